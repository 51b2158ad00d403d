/* Filters the findings, walks through them by key, and makes a file of what the reviewer marked, on this computer alone:
 * nothing is sent or kept. The program reads that file with bronvast review (src/read/review.h says what is in it). */
(function () {
  var tools = document.getElementById("hulp"), saving = document.getElementById("bewaren");
  if (!tools || !saving) return;
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding")), current = null, saved = true;
  var kinds = tools.querySelectorAll("[data-kind]"), selects = tools.querySelectorAll("select"), byNumber = {};
  var message = document.getElementById("melding"), name = document.getElementById("naam");

  function fill(text) {
    var values = Array.prototype.slice.call(arguments, 1);
    return text.replace(/#/g, function () { return values.shift(); });
  }

  function remarkOf(finding) { return finding.querySelector("textarea"); }

  function verdictOf(finding) {
    var chosen = finding.querySelector("input[type=radio]:checked");
    return chosen ? chosen.value : "";
  }

  /* ---- Filter ---- */

  function fits(finding, select) {
    var key = select.getAttribute("data-filter"), wanted = select.value;
    if (!wanted) return true;
    if (key === "verdict") return (verdictOf(finding) || "geen") === wanted;
    return (" " + finding.getAttribute("data-" + key) + " ").indexOf(" " + wanted + " ") >= 0;
  }

  /* What the filter asks, in words, so that nobody wonders where findings went. */
  function describe() {
    var words = [];
    if (tools.querySelector("[data-kind]:not(:checked)"))
      words.push(Array.prototype.filter.call(kinds, function (box) { return box.checked; })
        .map(function (box) { return box.getAttribute("data-kind"); }).join(", ") || "–");
    selects.forEach(function (select) {
      if (select.value) words.push(select.options[select.selectedIndex].text);
    });
    return words.length ? " " + tools.dataset.filtered + " " + words.join("; ") + "." : "";
  }

  function visible() { return findings.filter(function (finding) { return !finding.hidden; }); }

  function apply() {
    var shown = {};
    kinds.forEach(function (box) { shown[box.getAttribute("data-kind")] = box.checked; });
    findings.forEach(function (finding) {
      finding.hidden = !shown[finding.dataset.kind] ||
        !Array.prototype.every.call(selects, function (select) { return fits(finding, select); });
    });
    document.querySelectorAll("mark[data-findings]").forEach(function (mark) {
      mark.classList.toggle("off", mark.dataset.findings.split(" ").every(function (n) { return byNumber[n].hidden; }));
    });
    document.querySelectorAll("a.number").forEach(function (link) {
      link.hidden = byNumber[link.getAttribute("href").slice(3)].hidden;
    });
    document.querySelectorAll("[data-of]").forEach(function (item) { item.hidden = byNumber[item.dataset.of].hidden; });
    var count = visible().length;
    document.getElementById("stand").textContent =
      fill(tools.dataset.shown, count, findings.length) + describe() + (count || !findings.length ? "" : " " + tools.dataset.none);
    if (current && current.hidden) leave();
  }

  /* ---- The list in groups ---- */

  /* The names of the groups that a finding belongs to, in the words of the filter. */
  function groupsOf(finding, key, nobody) {
    var words = (finding.getAttribute("data-" + key) || "").split(" ").filter(Boolean), names = [];
    var options = tools.querySelector("select[data-filter=\"" + key + "\"]");
    words.forEach(function (word) {
      var option = options && options.querySelector("option[value=\"" + CSS.escape(word) + "\"]");
      var title = key === "rule" || !option ? word : option.text;
      if (names.indexOf(title) < 0) names.push(title);
    });
    return names.length ? names : [nobody];
  }

  function group(list, select) {
    var plain = list.querySelector("ol"), groups = {}, order = [];
    list.querySelectorAll(".group").forEach(function (old) { old.remove(); });
    plain.hidden = !!select.value;
    if (select.value) findings.forEach(function (finding, i) {
      groupsOf(finding, select.value, select.dataset.nobody).forEach(function (title) {
        if (!groups[title]) {
          groups[title] = document.createElement("ol");
          order.push(title);
        }
        groups[title].appendChild(plain.children[i].cloneNode(true));
      });
    });
    var severities = Array.prototype.map.call(kinds, function (box) { return box.getAttribute("data-kind"); });
    order.sort(function (a, b) { /* parts stay as in the text */
      if (select.value === "kind") return severities.indexOf(a) - severities.indexOf(b);
      return select.value === "part" ? 0 : a.localeCompare(b, "nl");
    });
    order.forEach(function (title) {
      var box = document.createElement("div"), heading = document.createElement("h3");
      box.className = "group";
      heading.textContent = title + " (" + groups[title].children.length + ")";
      box.appendChild(heading);
      box.appendChild(groups[title]);
      list.appendChild(box);
    });
    apply();
  }

  /* ---- From finding to finding ---- */

  function marksOf(finding) {
    return document.querySelectorAll("mark[data-findings~=\"" + finding.dataset.number + "\"]");
  }

  function leave() {
    if (!current) return;
    current.classList.remove("current");
    marksOf(current).forEach(function (mark) { mark.classList.remove("current"); });
    current = null;
    document.getElementById("plaats").textContent = "";
  }

  function enter(finding) {
    if (current !== finding) leave();
    current = finding;
    finding.classList.add("current");
    marksOf(finding).forEach(function (mark) { mark.classList.add("current"); });
    document.getElementById("plaats").textContent = fill(tools.dataset.at, finding.dataset.number);
  }

  /* The next one on the page; after the last the first. */
  function step(by) {
    var list = visible(), at = list.indexOf(current);
    if (!list.length) return;
    var former = current, next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    if (former && former !== next && !verdictOf(former)) former.open = false;
    enter(next);
    next.open = true;
    next.scrollIntoView({block: "center"});
    next.querySelector("summary").focus({preventScroll: true});
  }

  function choose(value) {
    var radio = current && current.querySelector("input[type=radio][value=\"" + value + "\"]");
    if (!radio) return;
    radio.checked = true;
    changed(current);
    if (value === "niet-eens" && !remarkOf(current).value.trim()) remarkOf(current).focus();
  }

  document.addEventListener("keydown", function (event) {
    var typing = /^(TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.type === "text" || event.target.type === "radio";
    if (event.key === "Escape" && typing && current) {
      current.querySelector("summary").focus();
      return;
    }
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !document.getElementById("toetsen").checked) return;
    var steps = {j: 1, n: 1, ArrowRight: 1, k: -1, p: -1, ArrowLeft: -1};
    if (steps[event.key]) step(steps[event.key]);
    else if (event.key === "e") choose("eens");
    else if (event.key === "x") choose("niet-eens");
    else if (event.key === "o" && current && remarkOf(current)) remarkOf(current).focus();
    else return;
    event.preventDefault();
  });

  /* ---- What the reviewer says ---- */

  function judged() {
    return findings.filter(function (finding) { return remarkOf(finding) && (verdictOf(finding) || remarkOf(finding).value.trim()); });
  }

  function progress() {
    var open = findings.filter(remarkOf);
    document.getElementById("voortgang").textContent =
      fill(saving.dataset.done, open.filter(verdictOf).length, open.length);
  }

  function show(finding) {
    var value = verdictOf(finding), radio = finding.querySelector("input[type=radio]:checked");
    finding.querySelector(".status").textContent = value === "eens" ? "✓ " + saving.dataset.agreed : value ? "✕ " + saving.dataset.disagreed : "";
    if (radio) finding.dataset.verdict = value;
  }

  function changed(finding) {
    saved = false;
    show(finding);
    progress();
    message.textContent = "";
  }

  function today() {
    var now = new Date();
    return [now.getFullYear(), ("0" + (now.getMonth() + 1)).slice(-2), ("0" + now.getDate()).slice(-2)].join("-");
  }

  function data() {
    return {
      "bronvast-beoordeling": 1, draft: saving.dataset.draft, reference: saving.dataset.reference || null,
      reviewer: name.value.trim(), date: today(),
      findings: judged().map(function (finding) {
        return {fingerprint: finding.dataset.fingerprint, rule: finding.dataset.rule, verdict: verdictOf(finding) || null,
                remark: remarkOf(finding).value.trim() || null};
      })
    };
  }

  /* What must be there before it can be saved: the first that is missing gets the focus. */
  function missing() {
    var bare = judged().filter(function (finding) { return verdictOf(finding) === "niet-eens" && !remarkOf(finding).value.trim(); })[0];
    if (!name.value.trim()) {
      name.focus();
      return saving.dataset.name;
    }
    if (!bare) return null;
    bare.hidden = false;
    bare.open = true;
    enter(bare);
    remarkOf(bare).focus();
    return fill(saving.dataset.reason, bare.dataset.number);
  }

  function save() {
    var lack = missing();
    message.textContent = lack || saving.dataset.saved;
    if (lack) return;
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data(), null, 1) + "\n"], {type: "application/json"}));
    link.download = ["beoordeling", saving.dataset.reference].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]/g, "_") + ".json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000); /* some browsers only begin to save now */
    saved = true;
  }

  function take(review) {
    var loaded = 0, byFingerprint = {};
    findings.forEach(function (finding) { byFingerprint[finding.dataset.fingerprint] = finding; });
    (review.findings || []).forEach(function (entry) {
      var finding = byFingerprint[entry.fingerprint];
      if (!finding || !remarkOf(finding)) return;
      finding.querySelectorAll("input[type=radio]").forEach(function (radio) { radio.checked = radio.value === (entry.verdict || ""); });
      remarkOf(finding).value = entry.remark || "";
      show(finding);
      loaded++;
    });
    name.value = review.reviewer || name.value;
    message.textContent = fill(saving.dataset.loaded, loaded);
    progress();
    apply();
  }

  function load(event) {
    var file = event.target.files[0];
    if (!file) return;
    file.text().then(function (text) {
      var review = JSON.parse(text);
      if (review["bronvast-beoordeling"] !== 1) throw new Error();
      if (review.draft !== saving.dataset.draft) message.textContent = saving.dataset.other;
      else take(review);
    }).catch(function () { message.textContent = saving.dataset.wrong; });
    event.target.value = "";
  }

  /* ---- All of it ---- */

  findings.forEach(function (finding) {
    byNumber[finding.dataset.number] = finding;
    finding.open = false;
    var verdict = finding.querySelector(".verdict");
    if (verdict) verdict.hidden = false;
    finding.addEventListener("change", function () { changed(finding); });
    finding.addEventListener("input", function () { saved = false; });
    finding.querySelector("summary").addEventListener("click", function () { enter(finding); });
  });
  var list = document.querySelector(".list");
  if (list) {
    var grouping = document.getElementById("groepering");
    list.open = false;
    list.querySelector(".grouping").hidden = false;
    grouping.addEventListener("change", function () { group(list, grouping); });
  }
  document.documentElement.classList.add("js");
  tools.hidden = saving.hidden = false;
  tools.addEventListener("submit", function (event) { event.preventDefault(); });
  saving.addEventListener("submit", function (event) { event.preventDefault(); });
  tools.addEventListener("change", apply);
  document.getElementById("volgende").addEventListener("click", function () { step(1); });
  document.getElementById("vorige").addEventListener("click", function () { step(-1); });
  document.getElementById("alles").addEventListener("click", function () {
    kinds.forEach(function (box) { box.checked = true; });
    selects.forEach(function (select) { select.value = ""; });
    apply();
  });
  document.getElementById("bewaar").addEventListener("click", save);
  document.getElementById("open").addEventListener("change", load);
  name.addEventListener("input", function () { message.textContent = ""; });
  /* What a link points at is always shown and open. */
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.classList.contains("finding")) {
      target.hidden = false;
      target.open = true;
      enter(target);
    }
  });
  window.addEventListener("beforeprint", function () { findings.forEach(function (finding) { finding.open = true; }); });
  window.addEventListener("beforeunload", function (event) { if (!saved) event.preventDefault(); });
  progress();
  apply();
})();
