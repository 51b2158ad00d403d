# Tests of the pages in a browser. They need node, Chromium and two packages of the npm registry, so they stand apart from
# "make check"; "./bootstrap web" installs what is missing.
CHROMIUM = /usr/bin/chromium
check-web: bronvast$(EXEEXT)
	@command -v node >/dev/null || { echo "make check-web: node ontbreekt (Debian: nodejs); ./bootstrap web installeert het." >&2; exit 1; }
	@test -x "$(CHROMIUM)" || { echo "make check-web: $(CHROMIUM) ontbreekt (Debian: chromium); ./bootstrap web installeert het." >&2; exit 1; }
	@test -d "$(srcdir)/tests/web/node_modules/playwright-core" && test -d "$(srcdir)/tests/web/node_modules/axe-core" && \
	  test -d "$(srcdir)/tests/web/node_modules/vscode-languageserver-protocol" && \
	  test -d "$(srcdir)/tests/web/node_modules/@microsoft/sarif-multitool" && test -d "$(srcdir)/tests/web/node_modules/ajv" || \
	  { echo "make check-web: de pakketten ontbreken; geef npm ci in tests/web, of ./bootstrap web." >&2; exit 1; }
	cd "$(srcdir)" && BRONVAST="$(abs_builddir)/bronvast$(EXEEXT)" CHROMIUM="$(CHROMIUM)" \
	  node --test --test-reporter=spec --test-concurrency=1 $(WEB_TESTS)
.PHONY: check-web

WEB_TESTS = \
  tests/web/court.test.js \
  tests/web/form.test.js \
  tests/web/formats.test.js \
  tests/web/lsp.test.js tests/web/monitor.test.js \
  tests/web/parents.test.js \
  tests/web/review.test.js \
  tests/web/words.test.js
EXTRA_DIST += tests/web/package.json tests/web/package-lock.json tests/web/README.md tests/web/support/browser.js \
  tests/web/support/bronvast.js tests/web/support/editor.js $(WEB_TESTS)
