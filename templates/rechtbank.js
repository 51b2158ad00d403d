/* For the screen: filters the claims by label, by whom they are about and by source, and leads back from where a link went.
   Without it everything is shown, and the browser's own way back works. */
(function () {
  var place = document.getElementById("filter");
  if (!place) return;
  var words = place.dataset, selects = {};
  var claims = Array.from(document.querySelectorAll("[data-label][id^='punt-']"));
  var body = document.getElementById("tekst");

  /* "moeder=moeder|g-vader=gesprek met vader": value and name of each choice. */
  function addChoice(key, title, choices) {
    var label = document.createElement("label"), select = document.createElement("select");
    label.textContent = title + " ";
    select.add(new Option(words.all, ""));
    choices.split("|").filter(Boolean).forEach(function (choice) {
      var at = choice.indexOf("=");
      select.add(new Option(choice.slice(at + 1), choice.slice(0, at)));
    });
    select.addEventListener("change", apply);
    label.appendChild(select);
    place.appendChild(label);
    selects[key] = select;
  }

  function fits(claim, key) {
    var wanted = selects[key].value;
    return !wanted || (" " + (claim.getAttribute("data-" + key) || "") + " ").indexOf(" " + wanted + " ") >= 0;
  }

  function hide(element, hidden) { element.classList.toggle("filtered", hidden); }

  /* A block stays when a claim in it fits; a reaction stays with its claim; a part without any claim left goes. */
  function apply() {
    var chosen = new Set(claims.filter(function (claim) {
      return fits(claim, "label") && fits(claim, "about") && fits(claim, "sources");
    }));
    var all = chosen.size === claims.length;
    var numbers = new Set(Array.from(chosen, function (claim) { return claim.id.slice("punt-".length); }));
    body.querySelectorAll(".claim").forEach(function (block) {
      var inside = Array.from(block.querySelectorAll("[data-label]")).some(function (claim) { return chosen.has(claim); });
      hide(block, !all && !chosen.has(block) && !inside);
    });
    body.querySelectorAll(".reaction").forEach(function (reaction) {
      hide(reaction, !all && !numbers.has(reaction.getAttribute("data-to")));
    });
    body.querySelectorAll(".explanation").forEach(function (text) { hide(text, !all); });
    body.querySelectorAll("section:not(.appendix)").forEach(function (section) {
      var left = Array.from(section.querySelectorAll("[data-label]")).some(function (claim) { return chosen.has(claim); });
      hide(section, !all && !left);
    });
    count.textContent = words.count.replace("%1", chosen.size).replace("%2", claims.length);
    clear.disabled = all;
  }

  function showAll() {
    Object.keys(selects).forEach(function (key) { selects[key].value = ""; });
    apply();
  }

  function addButton(text, action, parent) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", action);
    parent.appendChild(button);
    return button;
  }

  /* Where a link was followed from: the claim or reaction around it, else the link itself. */
  var origins = [];
  var bar = document.createElement("div");
  bar.className = "back";
  bar.hidden = true;
  var back = addButton(words.back, function () {
    var from = origins.pop();
    bar.hidden = !origins.length;
    nameBack();
    reveal(from);
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  }, bar);

  function nameBack() {
    var from = origins[origins.length - 1], claim = from && from.closest("[data-label]");
    back.textContent = claim ? words.backClaim.replace("%1", claim.id.slice("punt-".length)) : words.back;
  }

  /* What a link points at is shown, whatever is filtered. */
  function reveal(target) {
    if (target && target.closest(".filtered")) showAll();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link || !body.contains(link)) return;
    var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || target.contains(link)) return;
    reveal(target);
    origins.push(link);
    nameBack();
    bar.hidden = false;
  });

  addChoice("label", words.label, words.labels);
  addChoice("about", words.about, words.people);
  addChoice("sources", words.source, words.sources);
  var count = document.createElement("output");
  place.appendChild(count);
  var clear = addButton(words.clear, showAll, place);
  place.parentNode.insertBefore(bar, body.nextSibling);
  place.hidden = false;
  apply();
})();
