/* Reacting on a screen: a place to answer under every point, an overview in the form, and a file of it all, made on this
 * device alone: nothing is sent or kept. The program reads the file with bronvast react (src/read/form.h says what is in
 * it). The words stand in data attributes of the form; without this script the form is for paper. */
(function () {
  const form = document.getElementById("reactie");
  if (!form || !form.dataset.save) return; /* texts of an organisation may lack the words */
  const words = form.dataset;
  const first = form.querySelector(".form-point");
  const choices = Array.from(first ? first.querySelectorAll(".choice") : [],
    (choice) => ({value: choice.dataset.choice, name: choice.lastChild.textContent.trim()}));
  const answers = []; /* {number, details, radios, text, shown} in the order of the points */
  const fields = {}, longest = 16000; /* characters: what the program takes */
  let unsaved = false;

  /* An element with attributes and content; "text" sets its text. */
  function make(name, attributes, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "text") element.textContent = value;
      else element.setAttribute(key, value);
    }
    element.append(...content);
    return element;
  }

  /* As high as its text, so that all of it is seen and printed. */
  function grow(area) {
    area.style.height = "auto";
    area.style.height = area.scrollHeight + 4 + "px";
  }

  function choiceOf(answer) {
    return choices[answer.radios.findIndex((radio) => radio.checked)];
  }

  function isGiven(answer) {
    return choiceOf(answer) !== undefined || valueOf(answer.text) !== null;
  }

  function addAnswer(point, number) {
    const radios = choices.map((choice) => make("input", {type: "radio", name: "punt-" + number, value: choice.value}));
    const text = make("textarea", {id: "tekst-" + number, rows: "3", maxlength: longest});
    const shown = make("span", {class: "answer-shown"});
    const clear = make("button", {type: "button", class: "plain", text: words.clear});
    const details = make("details", {class: "answer"},
      make("summary", {}, words.react + " " + number, shown),
      make("fieldset", {}, make("legend", {text: words.choose + " " + number + "?"}),
        ...radios.map((radio, i) => make("label", {class: "choice"}, radio, " " + choices[i].name))),
      make("label", {for: text.id, text: words.remark}), text, clear);
    const answer = {number, details, radios, text, shown};
    clear.addEventListener("click", () => {
      radios.forEach((radio) => { radio.checked = false; });
      text.value = "";
      details.querySelector("summary").focus();
      update(answer);
    });
    details.addEventListener("input", () => update(answer));
    point.append(details);
    answers.push(answer);
  }

  function update(answer) {
    const parts = [choiceOf(answer)?.name, valueOf(answer.text) && words.remarked].filter(Boolean);
    answer.shown.textContent = parts.length ? ": " + parts.join(", ") : "";
    answer.details.classList.toggle("given", isGiven(answer));
    grow(answer.text);
    unsaved = true;
    showGiven();
  }

  function showGiven() {
    const given = answers.filter(isGiven);
    overview.replaceChildren(make("p", {text: given.length ? words.given : words.none}));
    if (given.length)
      overview.append(make("ul", {}, ...given.map((answer) => make("li", {},
        make("a", {href: "#punt-" + answer.number, text: "punt " + answer.number}), answer.shown.textContent))));
    form.classList.toggle("filled", given.length > 0);
  }

  function addField(place) {
    const name = place.dataset.field, label = place.querySelector("p"), id = "veld-" + name;
    const field = name === "anders" ? make("textarea", {id, rows: "6", maxlength: longest})
      : name === "datum" ? make("input", {id, type: "date"}) : make("input", {id, type: "text", autocomplete: "name", maxlength: 200});
    label.replaceChildren(make("label", {for: id, text: label.textContent}));
    label.after(field);
    field.addEventListener("input", () => {
      place.classList.toggle("given", valueOf(field) !== null);
      if (name === "anders") grow(field);
      unsaved = true;
    });
    fields[name] = field;
  }

  /* What is pasted can mark lines in other ways and hold characters that nobody sees; the program refuses those. */
  function clean(text) {
    return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu, "")
      .trim();
  }

  function valueOf(field) {
    const text = field ? clean(field.value) : "";
    return (field && field.type === "text" ? text.replace(/\s+/g, " ") : text) || null;
  }

  function today() {
    const now = new Date();
    return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  }

  function contents() {
    return {
      "bronvast-reactie": 1, draft: words.draft, reference: words.reference || null, reader: words.reader || null,
      name: valueOf(fields.naam), date: valueOf(fields.datum) || today(), general: valueOf(fields.anders),
      answers: answers.filter(isGiven).map((answer) => {
        const choice = choiceOf(answer), text = valueOf(answer.text);
        return {point: answer.number, ...(choice && {answer: choice.value}), ...(text && {text})};
      })
    };
  }

  function save() {
    const data = contents();
    if (!data.answers.length && !data.general) {
      status.textContent = words.empty;
      return;
    }
    const link = make("a", {});
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1) + "\n"], {type: "application/json"}));
    link.download = ["reactie", data.reference, data.reader].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]/g, "_") + ".json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); /* some browsers only begin to save now */
    status.textContent = words.saved + " " + link.download;
    unsaved = false;
  }

  const overview = make("div", {class: "form-given"});
  const status = make("p", {role: "status", class: "form-status"});
  const button = make("button", {type: "button", id: "bewaar", text: words.save});
  form.classList.add("live");
  form.querySelectorAll(".form-point").forEach((row) => {
    const point = document.getElementById("punt-" + row.dataset.point);
    if (point) addAnswer(point, row.dataset.point);
  });
  form.querySelectorAll(".field").forEach(addField);
  form.prepend(make("div", {class: "form-how"}, make("p", {text: words.how})), overview);
  form.append(make("div", {class: "form-save"}, button, status));
  button.addEventListener("click", save);
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  showGiven();
})();
