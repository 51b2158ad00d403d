/* Filters the claims by label, by whom they are about and by source. Without it everything is shown. */
(function () {
  var place = document.getElementById("filter");
  if (!place) return;
  var claims = document.querySelectorAll(".claim[data-label]"), words = place.dataset, selects = {};

  /* "moeder=moeder|g-vader=gesprek met vader": value and name of each choice. */
  function add(key, title, choices) {
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

  function apply() {
    var shown = 0;
    claims.forEach(function (claim) {
      var visible = fits(claim, "label") && fits(claim, "about") && fits(claim, "sources");
      claim.classList.toggle("filtered", !visible);
      shown += visible;
    });
    count.textContent = shown + " / " + claims.length;
  }

  add("label", words.label, words.labels);
  add("about", words.about, words.people);
  add("sources", words.source, words.sources);
  var count = document.createElement("output");
  place.appendChild(count);
  place.hidden = false;
  apply();
  /* What a link points at is always shown. */
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target) target.classList.remove("filtered");
  });
})();
