<?xml version="1.0" encoding="UTF-8"?>
<!-- The version for parents and children. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="gemeen.xsl"/>

  <xsl:template name="document">
    <xsl:call-template name="running"/>
    <div class="title-block">
      <xsl:if test="head/organisation"><div class="organisation"><xsl:value-of select="head/organisation"/></div></xsl:if>
      <xsl:if test="$medium = 'page'"><h1><xsl:value-of select="head/title"/></h1></xsl:if>
      <xsl:if test="head/subtitle"><div class="subtitle"><xsl:value-of select="head/subtitle"/></div></xsl:if>
    </div>
    <xsl:if test="not(@short)"><xsl:call-template name="contents"/></xsl:if>
    <div class="body" id="tekst">
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
      <xsl:call-template name="style"/>
      <div class="point-number">
        <xsl:call-template name="string"><xsl:with-param name="name" select="'point'"/></xsl:call-template>
        <xsl:text> </xsl:text>
        <xsl:value-of select="@number"/>
      </div>
      <div class="point-text"><xsl:apply-templates select="content"/></div>
      <div class="certainty"><xsl:call-template name="style"><xsl:with-param name="name" select="'Bronnoot'"/></xsl:call-template><p><xsl:apply-templates select="certainty/node()"/></p></div>
      <xsl:apply-templates select="notes/note"/>
    </div>
  </xsl:template>
  <xsl:template match="note">
    <div class="note {@kind}"><xsl:call-template name="style"><xsl:with-param name="name" select="'Bronnoot'"/></xsl:call-template><p><xsl:apply-templates/></p></div>
  </xsl:template>

  <xsl:template match="reaction">
    <div class="reaction" id="{@id}">
      <xsl:call-template name="style"><xsl:with-param name="name" select="'Reactie'"/></xsl:call-template>
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

  <!-- The form: fields on screen; pandoc drops those, and leaves the boxes and lines for print. -->
  <xsl:template match="form">
    <form class="form" id="reactie" data-reference="{/publication/@reference}" data-reader="{/publication/@reader}" data-draft="{/publication/@draft}">
      <xsl:apply-templates/>
      <!-- Shown by the script, which makes the file; without it the form is for paper. -->
      <div class="form-save">
        <button type="button" id="bewaar" hidden="hidden">
          <xsl:call-template name="string"><xsl:with-param name="name" select="'save'"/></xsl:call-template>
        </button>
      </div>
    </form>
  </xsl:template>
  <xsl:template match="field">
    <div class="field field-{@name}">
      <label for="veld-{@name}"><xsl:value-of select="."/></label>
      <xsl:choose>
        <xsl:when test="@name = 'anders'"><textarea id="veld-{@name}" name="{@name}" rows="6"></textarea></xsl:when>
        <xsl:when test="@name = 'datum'"><input type="date" id="veld-{@name}" name="{@name}"/></xsl:when>
        <xsl:otherwise><input type="text" id="veld-{@name}" name="{@name}" autocomplete="name"/></xsl:otherwise>
      </xsl:choose>
      <div class="lines">&#160;</div>
      <xsl:if test="@name = 'anders'">
        <div class="lines">&#160;</div><div class="lines">&#160;</div><div class="lines">&#160;</div><div class="lines">&#160;</div>
      </xsl:if>
    </div>
  </xsl:template>
  <xsl:template match="form-part">
    <div class="form-part">
      <h3><xsl:value-of select="title"/></h3>
      <xsl:apply-templates select="form-point"/>
    </div>
  </xsl:template>
  <xsl:template match="form-point">
    <div class="form-point" role="group" data-point="{@number}" aria-label="{concat($strings/string[@name = 'point'], ' ', @number)}">
      <div class="form-row">
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
      <textarea name="tekst-{@number}" rows="2" aria-label="{concat($strings/string[@name = 'remark'], ' ', $strings/string[@name = 'point'], ' ', @number)}"></textarea>
      <div class="lines">&#160;</div>
    </div>
  </xsl:template>
  <xsl:template name="choice">
    <xsl:param name="value"/>
    <xsl:param name="name"/>
    <label class="choice">
      <input type="radio" name="punt-{@number}" value="{$value}"/>
      <span class="box">&#9744;</span>
      <xsl:text> </xsl:text>
      <xsl:call-template name="string"><xsl:with-param name="name" select="$name"/></xsl:call-template>
    </label>
  </xsl:template>
</xsl:stylesheet>
