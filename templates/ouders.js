/* Makes a file of a filled-in reaction form, on this computer alone: nothing is sent or kept. The program reads it with
 * bronvast react (src/read/form.h says what is in it). */
(function () {
  var form = document.getElementById("reactie"), button = document.getElementById("bewaar");
  if (!form || !button) return;

  function value(name) {
    var field = form.elements[name];
    return field && field.value.trim() ? field.value.trim() : null;
  }

  function today() {
    var now = new Date();
    return [now.getFullYear(), ("0" + (now.getMonth() + 1)).slice(-2), ("0" + now.getDate()).slice(-2)].join("-");
  }

  function answers() {
    var found = [];
    form.querySelectorAll(".form-point").forEach(function (point) {
      var number = point.getAttribute("data-point"), answer = {point: number};
      var choice = value("punt-" + number), text = value("tekst-" + number);
      if (choice) answer.answer = choice;
      if (text) answer.text = text;
      if (choice || text) found.push(answer);
    });
    return found;
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    var data = {
      "bronvast-reactie": 1, draft: form.dataset.draft, reference: form.dataset.reference || null,
      reader: form.dataset.reader || null, name: value("naam"), date: value("datum") || today(), general: value("anders"),
      answers: answers()
    };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1) + "\n"], {type: "application/json"}));
    link.download = ["reactie", data.reference, data.reader].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]/g, "_") + ".json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000); /* some browsers only begin to save now */
  });
})();
