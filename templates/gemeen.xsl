<?xml version="1.0" encoding="UTF-8"?>
<!-- What both versions share: the page, sections, blocks and inlines of the published tree (schemas/publicatie.rng).
     The HTML keeps to what pandoc's reader preserves: no attributes on p, li and table cells; div, span and section with
     classes instead of aside, nav and abbr; ids on div, span, section and links. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="publication head facts strings body section claim passage point content notes list item quote
                             group reaction table columns row terms term withheld form form-part"/>
  <!-- The logo of the organisation, as an address in itself; empty: none. -->
  <xsl:param name="logo"/>
  <!-- The style sheet, and a script for the screen; both go into the file. -->
  <xsl:param name="css"/>
  <xsl:param name="script"/>
  <!-- "page": screen and print; "flow": word processors, where a mark stands in the line of its text. -->
  <xsl:param name="medium" select="'page'"/>

  <xsl:variable name="strings" select="/publication/strings"/>

  <xsl:template match="/publication">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <title>
          <xsl:value-of select="head/title"/>
          <xsl:if test="@reference"><xsl:text> – </xsl:text><xsl:value-of select="@reference"/></xsl:if>
        </title>
        <!-- Nothing from outside, whatever a template of an organisation asks for. -->
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="{@generator}"/>
        <xsl:if test="head/organisation"><meta name="author" content="{head/organisation}"/></xsl:if>
        <xsl:if test="@date"><meta name="dcterms.date" content="{@date}"/></xsl:if>
        <meta name="bronvast.draft" content="{@draft}"/>
        <xsl:if test="$css != ''">
          <style><xsl:value-of select="$css" disable-output-escaping="yes"/></style>
          <xsl:if test="@for = 'court'"><xsl:call-template name="margins"/></xsl:if>
        </xsl:if>
      </head>
      <body>
        <div id="document" role="main">
          <xsl:attribute name="class">
            <xsl:text>document </xsl:text><xsl:value-of select="@for"/>
            <xsl:if test="head/stamp"> concept</xsl:if>
            <xsl:if test="starts-with(@audience, 'kind')"> child</xsl:if>
            <xsl:if test="@short"> short</xsl:if>
          </xsl:attribute>
          <xsl:if test="$logo != ''">
            <div class="logo"><img src="{$logo}" alt="{head/organisation}"/></div>
          </xsl:if>
          <xsl:call-template name="document"/>
        </div>
        <xsl:if test="$script != '' and $medium = 'page'">
          <script><xsl:value-of select="$script" disable-output-escaping="yes"/></script>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- The same for a browser that prints, which knows no running elements: as texts in its style. Characters that end a text or
       the style become others. -->
  <xsl:template name="margins">
    <xsl:variable name="stamp">
      <xsl:value-of select="head/stamp"/>
      <xsl:if test="head/stamp-note"><xsl:text> · </xsl:text><xsl:value-of select="head/stamp-note"/></xsl:if>
    </xsl:variable>
    <style>
      <xsl:text>@page { @top-left { content: "</xsl:text><xsl:call-template name="css-text"><xsl:with-param name="text" select="head/running"/></xsl:call-template>
      <xsl:text>" } @top-right { content: "</xsl:text><xsl:call-template name="css-text"><xsl:with-param name="text" select="head/organisation"/></xsl:call-template>
      <xsl:text>" } @bottom-left { content: "</xsl:text><xsl:call-template name="css-text"><xsl:with-param name="text" select="$stamp"/></xsl:call-template>
      <xsl:text>" } }</xsl:text>
    </style>
  </xsl:template>
  <xsl:template name="css-text">
    <xsl:param name="text"/>
    <xsl:value-of select="translate(normalize-space($text), '&quot;\&lt;&gt;', '”/‹›')"/>
  </xsl:template>

  <!-- What the margins of every page say; out of the flow in print, hidden on screen. -->
  <xsl:template name="running">
    <xsl:if test="$medium = 'page'">
      <div class="running-title"><xsl:value-of select="head/running"/></div>
      <div class="running-side"><xsl:value-of select="head/organisation"/></div>
      <xsl:if test="head/stamp">
        <div class="running-stamp">
          <xsl:value-of select="head/stamp"/>
          <xsl:if test="head/stamp-note"><xsl:text> · </xsl:text><xsl:value-of select="head/stamp-note"/></xsl:if>
        </div>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="string">
    <xsl:param name="name"/>
    <xsl:value-of select="$strings/string[@name = $name]"/>
  </xsl:template>

  <xsl:template name="contents">
    <!-- A word processor makes its own. -->
    <xsl:if test="$medium = 'page'">
    <div class="contents" role="doc-toc" id="inhoudsopgave">
      <h2 class="contents-title"><xsl:call-template name="string"><xsl:with-param name="name" select="'contents'"/></xsl:call-template></h2>
      <ul>
        <xsl:for-each select="body/section[@id and title]">
          <li><xsl:call-template name="contents-entry"/></li>
        </xsl:for-each>
      </ul>
    </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="contents-entry">
    <a href="#{@id}">
      <xsl:if test="@number">
        <span class="contents-number">
          <xsl:if test="@kind = 'appendix'">
            <xsl:call-template name="string"><xsl:with-param name="name" select="'appendix'"/></xsl:call-template>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:value-of select="@number"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:value-of select="title"/>
    </a>
  </xsl:template>

  <!-- Sections: a heading of the depth they have. -->
  <xsl:template match="section">
    <section class="{@kind}">
      <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
      <xsl:apply-templates select="title"/>
      <xsl:apply-templates select="*[not(self::title)]"/>
    </section>
  </xsl:template>

  <xsl:template match="section/title">
    <xsl:variable name="depth" select="count(ancestor::section) + 1"/>
    <xsl:if test="../@mark">
      <div class="section-mark"><xsl:call-template name="style"><xsl:with-param name="name" select="'Onderdeel'"/></xsl:call-template><xsl:value-of select="../@mark"/></div>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="$depth = 2"><h2><xsl:call-template name="heading"/></h2></xsl:when>
      <xsl:when test="$depth = 3"><h3><xsl:call-template name="heading"/></h3></xsl:when>
      <xsl:when test="$depth = 4"><h4><xsl:call-template name="heading"/></h4></xsl:when>
      <xsl:when test="$depth = 5"><h5><xsl:call-template name="heading"/></h5></xsl:when>
      <xsl:otherwise><h6><xsl:call-template name="heading"/></h6></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:if test="../@number">
      <span class="section-number">
        <xsl:if test="../@kind = 'appendix'">
          <xsl:call-template name="string"><xsl:with-param name="name" select="'appendix'"/></xsl:call-template>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="../@number"/>
      </span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Blocks -->
  <xsl:template match="p">
    <p><xsl:apply-templates/></p>
  </xsl:template>
  <!-- What introduces a picture or table stays on its page. A predicate is asked of every paragraph: it looks no further than
       the next element, or a part of ten thousand paragraphs would cost their square. -->
  <xsl:template match="p[parent::section/@kind = 'appendix' and
                         (name(following-sibling::*[1]) = 'picture' or name(following-sibling::*[1]) = 'table')]">
    <div class="lead"><p><xsl:apply-templates/></p></div>
  </xsl:template>
  <xsl:template match="p[@kind]">
    <div class="{@kind}"><xsl:call-template name="style"/><p><xsl:apply-templates/></p></div>
  </xsl:template>
  <!-- The name of a style for a word processor. -->
  <xsl:template name="style">
    <xsl:param name="name">
      <xsl:choose>
        <xsl:when test="@kind = 'explanation'">Toelichting</xsl:when>
        <xsl:when test="@kind = 'legend' or @kind = 'colophon'">Colofon</xsl:when>
        <xsl:otherwise>Bewering</xsl:otherwise>
      </xsl:choose>
    </xsl:param>
    <xsl:if test="$medium = 'flow'"><xsl:attribute name="data-custom-style"><xsl:value-of select="$name"/></xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template match="list" name="list">
    <xsl:choose>
      <xsl:when test="@ordered">
        <ol>
          <xsl:if test="@start"><xsl:attribute name="start"><xsl:value-of select="@start"/></xsl:attribute></xsl:if>
          <xsl:apply-templates/>
        </ol>
      </xsl:when>
      <xsl:otherwise><ul><xsl:apply-templates/></ul></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="item">
    <li><xsl:apply-templates/></li>
  </xsl:template>
  <!-- Around claims, lists and quotations leave the margins to the claims. -->
  <xsl:template match="list[.//claim or .//point]" priority="2">
    <div class="listed"><xsl:call-template name="list"/></div>
  </xsl:template>
  <xsl:template match="quote[.//claim or .//point]" priority="2">
    <div class="quoted"><blockquote><xsl:apply-templates/></blockquote></div>
  </xsl:template>
  <!-- A single paragraph in an item needs no p of its own. -->
  <xsl:template match="p[parent::item and not(preceding-sibling::*[1]) and not(following-sibling::*[1])]">
    <xsl:apply-templates/>
  </xsl:template>
  <xsl:template match="quote">
    <blockquote><xsl:apply-templates/></blockquote>
  </xsl:template>
  <xsl:template match="verbatim">
    <pre><xsl:apply-templates/></pre>
  </xsl:template>
  <xsl:template match="rule">
    <hr/>
  </xsl:template>
  <xsl:template match="group">
    <div class="group {@class}">
      <div class="group-mark"><xsl:value-of select="@mark"/></div>
      <xsl:apply-templates/>
    </div>
  </xsl:template>
  <xsl:template match="content">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="picture">
    <div class="picture">
      <figure>
        <img src="{@source}" width="{@width}" height="{@height}" alt="{normalize-space(.)}"/>
        <figcaption><xsl:value-of select="."/></figcaption>
      </figure>
    </div>
  </xsl:template>

  <xsl:template match="table">
    <div class="table {@class}">
      <xsl:if test="$medium = 'page'">
        <!-- A wide table scrolls on a narrow screen, by keyboard too. -->
        <xsl:attribute name="tabindex">0</xsl:attribute>
        <xsl:attribute name="role">group</xsl:attribute>
        <xsl:attribute name="aria-label"><xsl:value-of select="caption"/></xsl:attribute>
      </xsl:if>
      <table>
        <caption><xsl:value-of select="caption"/></caption>
        <xsl:call-template name="column-widths"/>
        <thead>
          <tr><xsl:for-each select="columns/column"><th scope="col"><xsl:value-of select="."/></th></xsl:for-each></tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="row"/>
        </tbody>
      </table>
    </div>
  </xsl:template>
  <!-- A version says here how wide the columns of its tables are: <colgroup>, which every medium knows. -->
  <xsl:template name="column-widths"/>
  <xsl:template match="row">
    <tr><xsl:apply-templates/></tr>
  </xsl:template>
  <xsl:template match="cell">
    <td><xsl:call-template name="cell-anchor"/><xsl:apply-templates/></td>
  </xsl:template>
  <xsl:template match="cell[@header]">
    <th scope="row"><xsl:call-template name="cell-anchor"/><xsl:apply-templates/></th>
  </xsl:template>
  <!-- pandoc keeps no id on a row; the first cell holds it. -->
  <xsl:template name="cell-anchor">
    <xsl:if test="../@id and not(preceding-sibling::cell)">
      <span id="{../@id}"></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="terms">
    <div class="terms"><dl>
      <xsl:for-each select="term">
        <dt><span id="{@id}"><xsl:value-of select="name"/></span></dt>
        <dd>
          <p>
            <xsl:value-of select="explanation"/>
            <xsl:if test="@law">
              <xsl:text> </xsl:text>
              <span class="law">
                <xsl:call-template name="string"><xsl:with-param name="name" select="'law'"/></xsl:call-template>
                <xsl:text> </xsl:text>
                <xsl:value-of select="@law"/>
              </span>
            </xsl:if>
            <xsl:if test="@from and $medium = 'page'">
              <xsl:text> </xsl:text>
              <a class="back" href="#{@from}">
                <xsl:call-template name="string"><xsl:with-param name="name" select="'back'"/></xsl:call-template>
              </a>
            </xsl:if>
          </p>
        </dd>
      </xsl:for-each>
    </dl></div>
  </xsl:template>

  <!-- Inlines -->
  <xsl:template match="em"><em><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="strong"><strong><xsl:apply-templates/></strong></xsl:template>
  <xsl:template match="code"><code><xsl:apply-templates/></code></xsl:template>
  <xsl:template match="br"><br/></xsl:template>
  <xsl:template match="gap"><span class="gap"><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="link">
    <a href="{@href}">
      <xsl:copy-of select="@id"/>
      <xsl:if test="@kind"><xsl:attribute name="class"><xsl:value-of select="@kind"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </a>
  </xsl:template>
</xsl:stylesheet>
