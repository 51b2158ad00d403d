<?xml version="1.0" encoding="UTF-8"?>
<!-- The version for parents and children. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="gemeen.xsl"/>

  <xsl:template name="document">
    <xsl:call-template name="running"/>
    <div class="title-block">
      <!-- A word processor gets it, as the title, from the head. -->
      <xsl:if test="head/organisation and $medium = 'page'"><div class="organisation"><xsl:value-of select="head/organisation"/></div></xsl:if>
      <xsl:if test="$medium = 'page'"><h1><xsl:value-of select="head/title"/></h1></xsl:if>
      <xsl:if test="head/subtitle"><div class="subtitle"><xsl:value-of select="head/subtitle"/></div></xsl:if>
    </div>
    <xsl:if test="not(@short)"><xsl:call-template name="contents"/></xsl:if>
    <div class="body" id="tekst">
      <xsl:call-template name="style"><xsl:with-param name="name" select="'Punttekst'"/></xsl:call-template>
      <xsl:apply-templates select="body/*"/>
    </div>
  </xsl:template>

  <!-- Parts keep the numbers of the court's version. -->
  <xsl:template name="heading">
    <xsl:if test="../@number">
      <span class="section-number">
        <xsl:call-template name="string"><xsl:with-param name="name" select="'part'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:value-of select="../@number"/>
      </span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="point">
    <div class="point {@label}" id="{@id}">
      <xsl:call-template name="style"><xsl:with-param name="name" select="'Punt'"/></xsl:call-template>
      <div class="point-number"><xsl:call-template name="style"><xsl:with-param name="name" select="'Puntnummer'"/></xsl:call-template>
        <xsl:call-template name="string"><xsl:with-param name="name" select="'point'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:value-of select="@number"/>
      </div>
      <div class="point-text"><xsl:apply-templates select="content"/></div>
      <div class="certainty"><xsl:call-template name="style"><xsl:with-param name="name" select="'Puntnoot'"/></xsl:call-template><p><xsl:apply-templates select="certainty/node()"/></p></div>
      <xsl:apply-templates select="notes/note"/>
    </div>
  </xsl:template>
  <xsl:template match="note">
    <div class="note {@kind}"><xsl:call-template name="style"><xsl:with-param name="name" select="'Puntnoot'"/></xsl:call-template><p><xsl:apply-templates/></p></div>
  </xsl:template>

  <xsl:template match="p[@kind = 'explanation' or @kind = 'untagged']">
    <div class="{@kind}"><p><xsl:apply-templates/></p></div>
  </xsl:template>
  <!-- A word processor gives a paragraph the style around it, and a bare item one of its own. -->
  <xsl:template match="p[parent::item and not(preceding-sibling::*[1]) and not(following-sibling::*[1])]">
    <xsl:choose>
      <xsl:when test="$medium = 'flow'"><p><xsl:apply-templates/></p></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="reaction">
    <div class="reaction" id="{@id}">
      <xsl:call-template name="style"><xsl:with-param name="name" select="'Puntreactie'"/></xsl:call-template>
      <div class="reaction-title"><xsl:apply-templates select="title/node()"/></div>
      <div class="reaction-text"><xsl:apply-templates select="content"/></div>
      <div class="decision"><p><xsl:value-of select="decision"/></p></div>
    </div>
  </xsl:template>

  <xsl:template match="withheld">
    <ul>
      <xsl:for-each select="withheld-claim">
        <li>
          <strong>
            <xsl:call-template name="string"><xsl:with-param name="name" select="'point'"/></xsl:call-template>
            <xsl:text> </xsl:text>
            <xsl:value-of select="@number"/>
          </strong>
          <xsl:text>: </xsl:text>
          <xsl:value-of select="."/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- The chapters, and the parts in that of the points. -->
  <xsl:template name="contents">
    <xsl:if test="$medium = 'page'">
      <div class="contents" role="doc-toc" id="inhoudsopgave">
        <h2 class="contents-title"><xsl:call-template name="string"><xsl:with-param name="name" select="'contents'"/></xsl:call-template></h2>
        <ul>
          <xsl:for-each select="body/section[@id and title]">
            <li>
              <xsl:call-template name="contents-entry"/>
              <xsl:if test="section[@kind = 'part' and title]">
                <ul>
                  <xsl:for-each select="section[@kind = 'part' and title]">
                    <li><xsl:call-template name="contents-entry"/></li>
                  </xsl:for-each>
                </ul>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The form as it is on paper. On a screen the script puts fields to it and to the points (ouders.js), with the words
       that stand here in data attributes. -->
  <xsl:template match="form">
    <div class="form" id="reactie" data-reference="{/publication/@reference}" data-reader="{/publication/@reader}" data-draft="{/publication/@draft}">
      <xsl:if test="$medium = 'page'">
        <xsl:for-each select="$strings/string[starts-with(@name, 'form.')]">
          <xsl:attribute name="data-{substring-after(@name, 'form.')}"><xsl:value-of select="."/></xsl:attribute>
        </xsl:for-each>
      </xsl:if>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="field">
    <div class="field" data-field="{@name}">
      <p><xsl:value-of select="."/></p>
      <xsl:call-template name="lines"><xsl:with-param name="count"><xsl:choose><xsl:when test="@name = 'anders'">8</xsl:when><xsl:otherwise>1</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
    </div>
  </xsl:template>
  <xsl:template match="hint">
    <div class="form-hint"><p><xsl:value-of select="."/></p></div>
  </xsl:template>
  <xsl:template match="form-part">
    <div class="form-part">
      <h3><xsl:value-of select="title"/></h3>
      <xsl:apply-templates select="form-point"/>
    </div>
  </xsl:template>
  <xsl:template match="form-point">
    <div class="form-point" data-point="{@number}">
      <div class="form-row"><xsl:call-template name="style"><xsl:with-param name="name" select="'Formulierregel'"/></xsl:call-template>
        <a class="form-number" href="#punt-{@number}">
          <xsl:call-template name="string"><xsl:with-param name="name" select="'point'"/></xsl:call-template>
          <xsl:text> </xsl:text>
          <xsl:value-of select="@number"/>
        </a>
        <xsl:text> </xsl:text>
        <xsl:call-template name="choice"><xsl:with-param name="value" select="'eens'"/><xsl:with-param name="name" select="'agree'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="choice"><xsl:with-param name="value" select="'niet-eens'"/><xsl:with-param name="name" select="'disagree'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:call-template name="choice"><xsl:with-param name="value" select="'niet-compleet'"/><xsl:with-param name="name" select="'incomplete'"/></xsl:call-template>
      </div>
      <xsl:call-template name="lines"/>
    </div>
  </xsl:template>
  <xsl:template name="choice">
    <xsl:param name="value"/>
    <xsl:param name="name"/>
    <span class="choice" data-choice="{$value}">
      <span class="box">&#9744;</span>
      <xsl:text> </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="name" select="$name"/></xsl:call-template>
    </span>
  </xsl:template>
  <!-- Room to write by hand. -->
  <xsl:template name="lines">
    <xsl:param name="count" select="1"/>
    <div class="lines"><xsl:call-template name="style"><xsl:with-param name="name" select="'Schrijfregel'"/></xsl:call-template>&#160;</div>
    <xsl:if test="$count &gt; 1">
      <xsl:call-template name="lines"><xsl:with-param name="count" select="$count - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
