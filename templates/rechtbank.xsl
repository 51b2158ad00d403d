<?xml version="1.0" encoding="UTF-8"?>
<!-- The court's version. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="gemeen.xsl"/>

  <xsl:template name="document">
    <xsl:call-template name="running"/>
    <div class="title-block">
      <xsl:if test="head/organisation"><div class="organisation"><xsl:value-of select="head/organisation"/></div></xsl:if>
      <h1><xsl:value-of select="head/title"/></h1>
      <div class="subtitle"><xsl:value-of select="head/subtitle"/></div>
      <xsl:if test="head/stamp">
        <div class="stamp"><strong><xsl:value-of select="head/stamp"/></strong>
          <xsl:if test="head/stamp-note"><xsl:text> · </xsl:text><xsl:value-of select="head/stamp-note"/></xsl:if>
        </div>
      </xsl:if>
      <div class="facts"><dl>
        <xsl:for-each select="head/facts/fact">
          <xsl:if test="not(preceding-sibling::fact[1]/@name = @name)">
            <dt><xsl:value-of select="@name"/></dt>
          </xsl:if>
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </dl></div>
      <xsl:for-each select="head/p"><div class="legend"><p><xsl:value-of select="."/></p></div></xsl:for-each>
    </div>
    <xsl:call-template name="contents"/>
    <div class="body" id="tekst">
      <xsl:apply-templates select="body/*"/>
    </div>
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

  <xsl:template match="claim">
    <div class="claim {@label}" id="{@id}" data-sources="{@sources}">
      <div class="mark"><xsl:call-template name="mark"/></div>
      <div class="text"><xsl:apply-templates select="content"/></div>
      <div class="notes"><xsl:apply-templates select="notes"/></div>
    </div>
  </xsl:template>

  <xsl:template match="passage">
    <div class="claim passage">
      <div class="mark"><xsl:apply-templates select="content/p/@kind"/></div>
      <div class="text"><xsl:for-each select="content/p"><p><xsl:apply-templates/></p></xsl:for-each></div>
      <div class="notes"><xsl:apply-templates select="notes"/></div>
    </div>
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
    <span class="subclaim {@label}" id="{@id}"><span class="inline-mark"><xsl:call-template name="mark"/></span><xsl:text> </xsl:text><xsl:apply-templates/></span>
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
    <div class="notes-of-title"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="reaction">
    <div class="reaction" id="{@id}">
      <div class="reaction-title"><xsl:apply-templates select="title/node()"/></div>
      <xsl:apply-templates select="content"/>
      <div class="decision"><p><xsl:value-of select="decision"/></p></div>
    </div>
  </xsl:template>
</xsl:stylesheet>
