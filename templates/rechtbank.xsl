<?xml version="1.0" encoding="UTF-8"?>
<!-- The court's version. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="gemeen.xsl"/>

  <xsl:key name="notes" match="notes" use="@of"/>

  <xsl:template name="document">
    <xsl:call-template name="running"/>
    <div class="title-block">
      <!-- A word processor gets it as the author of the file. -->
      <xsl:if test="head/organisation and $medium = 'page'"><div class="organisation"><xsl:value-of select="head/organisation"/></div></xsl:if>
      <xsl:if test="$medium = 'page'"><h1><xsl:value-of select="head/title"/></h1></xsl:if>
      <div class="subtitle"><xsl:call-template name="style"><xsl:with-param name="name" select="'Subtitle'"/></xsl:call-template><xsl:value-of select="head/subtitle"/></div>
      <xsl:if test="head/stamp">
        <div class="stamp"><xsl:call-template name="style"><xsl:with-param name="name" select="'Stempel'"/></xsl:call-template><strong><xsl:value-of select="head/stamp"/></strong>
          <xsl:if test="head/stamp-note"><xsl:text> · </xsl:text><xsl:value-of select="head/stamp-note"/></xsl:if>
        </div>
      </xsl:if>
      <xsl:if test="$medium = 'flow'">
        <table>
          <colgroup><col style="width: 27%"/><col style="width: 73%"/></colgroup>
          <tbody>
            <xsl:for-each select="head/facts/fact">
              <tr><td><xsl:value-of select="@name"/></td><td><xsl:value-of select="."/></td></tr>
            </xsl:for-each>
          </tbody>
        </table>
      </xsl:if>
      <xsl:if test="$medium = 'page'"><div class="facts"><dl>
        <xsl:for-each select="head/facts/fact">
          <xsl:if test="not(preceding-sibling::fact[1]/@name = @name)">
            <dt><xsl:value-of select="@name"/></dt>
          </xsl:if>
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </dl></div></xsl:if>
      <xsl:for-each select="head/p"><div class="legend"><xsl:call-template name="style"><xsl:with-param name="name" select="'Colofon'"/></xsl:call-template><p><xsl:value-of select="."/></p></div></xsl:for-each>
    </div>
    <xsl:call-template name="contents"/>
    <xsl:if test="$medium = 'page' and $script != ''"><xsl:call-template name="filter"/></xsl:if>
    <div class="body" id="tekst">
      <xsl:apply-templates select="body/*"/>
    </div>
  </xsl:template>

  <!-- What the script needs to make its choices of; an empty block where there is no script. -->
  <xsl:template name="filter">
    <div id="filter" class="filter" hidden="hidden" role="search" aria-label="{$strings/string[@name = 'filter.name']}"
         data-all="{$strings/string[@name = 'all']}" data-label="{$strings/string[@name = 'filter.label']}"
         data-about="{$strings/string[@name = 'filter.about']}" data-source="{$strings/string[@name = 'filter.source']}"
         data-count="{$strings/string[@name = 'filter.count']}" data-clear="{$strings/string[@name = 'filter.clear']}"
         data-back="{$strings/string[@name = 'back']}" data-back-claim="{$strings/string[@name = 'back.claim']}">
      <xsl:attribute name="data-labels">
        <xsl:for-each select="$strings/string[starts-with(@name, 'label.')]">
          <xsl:value-of select="concat(substring-after(@name, 'label.'), '=', ., '|')"/>
        </xsl:for-each>
      </xsl:attribute>
      <xsl:attribute name="data-people">
        <xsl:for-each select="$strings/string[starts-with(@name, 'person.')]">
          <xsl:value-of select="concat(substring-after(@name, 'person.'), '=', ., '|')"/>
        </xsl:for-each>
      </xsl:attribute>
      <xsl:attribute name="data-sources">
        <xsl:for-each select="/publication/body/section/table[@class = 'sources']/row">
          <xsl:value-of select="concat(cell[1], '=', cell[1], ' ', translate(cell[2], '|', ' '), ', ', translate(cell[3], '|', ' '), '|')"/>
        </xsl:for-each>
      </xsl:attribute>
    </div>
  </xsl:template>

  <!-- In hundredths of the width. -->
  <xsl:template name="column-widths">
    <xsl:variable name="widths">
      <xsl:choose>
        <xsl:when test="@class = 'sources'">5 17 20 16 7 10 8 17 </xsl:when>
        <xsl:when test="@class = 'diagnoses'">9 20 11 17 17 9 17 </xsl:when>
        <xsl:when test="@class = 'old'">11 21 19 49 </xsl:when>
        <xsl:when test="@class = 'hearing'">16 17 19 48 </xsl:when>
        <xsl:when test="@class = 'labels'">52 10 12 15 11 </xsl:when>
        <xsl:when test="@class = 'exceptions'">11 37 52 </xsl:when>
        <xsl:when test="@class = 'open'">16 44 9 31 </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$widths != ''">
        <colgroup><xsl:call-template name="columns-of"><xsl:with-param name="widths" select="string($widths)"/></xsl:call-template></colgroup>
      </xsl:when>
      <xsl:when test="@class = 'matrix'">
        <colgroup>
          <xsl:for-each select="columns/column">
            <xsl:variable name="others" select="floor(78 div (last() - 1))"/><!-- whole: a fraction would follow the locale -->
            <col><xsl:attribute name="style">width: <xsl:choose>
              <xsl:when test="position() = 1">22</xsl:when><xsl:otherwise><xsl:value-of select="$others"/></xsl:otherwise>
            </xsl:choose>%</xsl:attribute></col>
          </xsl:for-each>
        </colgroup>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="columns-of">
    <xsl:param name="widths"/>
    <xsl:if test="contains($widths, ' ')">
      <col style="width: {substring-before($widths, ' ')}%"/>
      <xsl:call-template name="columns-of"><xsl:with-param name="widths" select="substring-after($widths, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The number and letter of a claim. -->
  <xsl:template name="mark">
    <a class="number" href="#{@id}"><xsl:value-of select="@number"/></a>
    <xsl:text> </xsl:text>
    <xsl:call-template name="letter"/>
  </xsl:template>

  <xsl:template name="letter">
    <xsl:variable name="word" select="$strings/string[@name = concat('label.', current()/@label)]"/>
    <span title="{$word}" role="img" aria-label="{$word}">
      <xsl:attribute name="class">
        <xsl:text>label label-</xsl:text><xsl:value-of select="@label"/>
        <xsl:if test="@judgement"> judgement</xsl:if>
      </xsl:attribute>
      <xsl:choose>
        <xsl:when test="@label = 'feit'">F</xsl:when>
        <xsl:when test="@label = 'mening'">M</xsl:when>
        <xsl:when test="@label = 'horen-zeggen'">H</xsl:when>
        <xsl:otherwise>?</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template name="filtered-by">
    <xsl:attribute name="data-label"><xsl:value-of select="@label"/></xsl:attribute>
    <xsl:attribute name="data-sources"><xsl:value-of select="@sources"/></xsl:attribute>
    <xsl:attribute name="data-about"><xsl:value-of select="@about"/></xsl:attribute>
  </xsl:template>

  <xsl:template match="claim">
    <xsl:choose>
      <xsl:when test="$medium = 'page'">
        <div class="claim {@label}" id="{@id}">
          <xsl:call-template name="filtered-by"/>
          <div class="mark"><xsl:call-template name="mark"/></div>
          <div class="text"><xsl:apply-templates select="content"/></div>
          <div class="notes"><xsl:apply-templates select="notes"/></div>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <div class="claim {@label}" id="{@id}">
          <xsl:if test="not(content/*[1][self::p])"><xsl:call-template name="flow-opening"/></xsl:if>
          <xsl:apply-templates select="content"/>
        </div>
        <xsl:if test="not(content/p)"><xsl:apply-templates select="notes[@of != current()/@number]" mode="flow"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- In a word processor the mark stands in the first line of the text, and what the notes say in a footnote at its end. A
       claim that begins with something else than a paragraph has both in a line of their own. -->
  <xsl:template name="flow-opening">
    <div data-custom-style="Bewering">
      <p>
        <xsl:call-template name="flow-mark"/>
        <xsl:if test="not(content/*[last()][self::p])"><xsl:apply-templates select="notes[@of = current()/@number]" mode="footnote"/></xsl:if>
      </p>
    </div>
  </xsl:template>
  <xsl:template match="claim/content/p">
    <xsl:choose>
      <xsl:when test="$medium = 'page'"><p><xsl:apply-templates/></p></xsl:when>
      <xsl:otherwise>
        <div data-custom-style="Bewering">
          <xsl:if test="preceding-sibling::*[1]"><xsl:attribute name="data-custom-style">Bewering vervolg</xsl:attribute></xsl:if>
          <p>
            <xsl:if test="not(preceding-sibling::*[1])"><xsl:for-each select="../.."><xsl:call-template name="flow-mark"/></xsl:for-each></xsl:if>
            <xsl:apply-templates/>
            <xsl:if test="not(following-sibling::*[1])">
              <xsl:apply-templates select="../../notes[@of = ../@number]" mode="footnote"/>
            </xsl:if>
          </p>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="flow-mark">
    <span class="mark">
      <span class="number" data-custom-style="Nummer"><xsl:value-of select="@number"/></span>
      <xsl:text> </xsl:text>
      <span class="label">
        <xsl:attribute name="data-custom-style">
          <xsl:choose>
            <xsl:when test="@judgement">Label oordeel</xsl:when>
            <xsl:when test="@label = 'feit'">Label feit</xsl:when>
            <xsl:when test="@label = 'mening'">Label mening</xsl:when>
            <xsl:otherwise>Label horen zeggen</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:choose>
          <xsl:when test="@label = 'feit'">F</xsl:when>
          <xsl:when test="@label = 'mening'">M</xsl:when>
          <xsl:otherwise>H</xsl:otherwise>
        </xsl:choose>
      </span>
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>
  <xsl:template match="notes" mode="footnote">
    <span class="footnote">
      <strong><xsl:value-of select="@of"/></strong>
      <xsl:for-each select="note">
        <xsl:text> </xsl:text>
        <xsl:if test="position() > 1"><xsl:text>· </xsl:text></xsl:if>
        <xsl:apply-templates/>
      </xsl:for-each>
    </span>
  </xsl:template>
  <!-- Notes that have no text to stand at. -->
  <xsl:template match="notes" mode="flow">
    <div class="notes" data-custom-style="Bronnoot">
      <p>
        <strong><xsl:value-of select="@of"/></strong>
        <xsl:for-each select="note">
          <xsl:text> </xsl:text>
          <xsl:if test="position() > 1"><xsl:text>· </xsl:text></xsl:if>
          <xsl:apply-templates/>
        </xsl:for-each>
      </p>
    </div>
  </xsl:template>

  <xsl:template match="passage">
    <xsl:choose>
    <xsl:when test="$medium = 'flow'">
      <div class="passage" data-custom-style="Toelichting"><xsl:apply-templates select="content"/></div>
    </xsl:when>
    <xsl:otherwise>
    <div class="claim passage">
      <div class="mark"><xsl:apply-templates select="content/p/@kind"/></div>
      <div class="text"><xsl:for-each select="content/p"><p><xsl:apply-templates/></p></xsl:for-each></div>
      <div class="notes"><xsl:apply-templates select="notes"/></div>
    </div>
    </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@kind"/>
  <xsl:template match="@kind[. = 'untagged']">
    <span class="label label-none" title="{$strings/string[@name = 'untagged']}">?</span>
  </xsl:template>

  <xsl:template match="p[@kind = 'untagged']">
    <div class="claim passage">
      <div class="mark"><xsl:apply-templates select="@kind"/></div>
      <div class="text"><p><xsl:apply-templates/></p></div>
      <div class="notes"></div>
    </div>
  </xsl:template>

  <xsl:template match="subclaim">
    <span class="subclaim {@label}" id="{@id}">
      <xsl:if test="$medium = 'page'"><xsl:call-template name="filtered-by"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$medium = 'page'"><span class="inline-mark"><xsl:call-template name="mark"/></span><xsl:text> </xsl:text></xsl:when>
        <xsl:otherwise><xsl:call-template name="flow-mark"/></xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates/>
      <xsl:if test="$medium = 'flow'"><xsl:apply-templates select="key('notes', @number)" mode="footnote"/></xsl:if>
    </span>
  </xsl:template>

  <!-- The notes of a claim inside another say whose they are. -->
  <xsl:template match="notes">
    <xsl:if test="../@number != @of or not(../@number)">
      <div class="note-of"><a href="#punt-{@of}"><xsl:value-of select="@of"/></a></div>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="note">
    <div class="note {@kind}"><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="section/notes">
    <xsl:if test="$medium = 'page'"><div class="notes-of-title"><xsl:apply-templates/></div></xsl:if>
  </xsl:template>

  <xsl:template match="reaction">
    <div class="reaction" id="{@id}" data-to="{@to}">
      <div class="reaction-title"><xsl:call-template name="style"><xsl:with-param name="name" select="'Reactietitel'"/></xsl:call-template><xsl:apply-templates select="title/node()"/></div>
      <div class="reaction-text">
        <xsl:call-template name="style"><xsl:with-param name="name" select="'Reactie'"/></xsl:call-template>
        <xsl:apply-templates select="content"/>
      </div>
      <div class="decision"><xsl:call-template name="style"><xsl:with-param name="name" select="'Besluit'"/></xsl:call-template><p><xsl:value-of select="decision"/></p></div>
    </div>
  </xsl:template>
</xsl:stylesheet>
