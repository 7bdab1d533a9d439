"use strict";
// Conveniences only: without this the page shows everything it shows with it.
(() => {
  const cards = [...document.querySelectorAll("#ranked .card, #upcoming .card")];
  const told = document.getElementById("told");
  const tools = document.getElementById("tools");
  let current = -1;

  const tell = text => { told.textContent = text; };
  const shown = () => cards.filter(card => !card.hidden);

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const search = make("input", { type: "search", placeholder: "Filter", ariaLabel: "Filter the items by any word" });
  const onlyNew = make("input", { type: "checkbox" });
  const severities = [4, 3, 2, 1].map(n => make("input", { type: "checkbox", checked: true, value: String(n) }));
  const count = make("span", { className: "fine" });

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(severities.filter(box => box.checked).map(box => box.value));
    for (const card of cards) {
      const text = card.textContent.toLowerCase();
      card.hidden = !wanted.has(card.dataset.severity)
        || (onlyNew.checked && card.dataset.new !== "true")
        || !words.every(word => text.includes(word));
    }
    for (const group of document.querySelectorAll("#ranked .group")) {
      group.hidden = [...group.querySelectorAll(".card")].every(card => card.hidden);
    }
    count.textContent = shown().length === cards.length ? "" : shown().length + " of " + cards.length + " shown";
  }

  function go(step) {
    const list = shown();
    if (list.length === 0) return;
    const at = list.indexOf(cards[current]);
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    if (cards[current]) cards[current].classList.remove("current");
    current = cards.indexOf(next);
    next.classList.add("current");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }

  async function copy(command, outcome) {
    const line = "orderpaper decide " + command.dataset.finding + " " + outcome + ' --reason ""';
    try {
      await navigator.clipboard.writeText(line);
      tell("Copied: " + line);
    } catch {
      command.textContent = line;
      getSelection().selectAllChildren(command);
      tell("Selected: " + line);
    }
  }

  for (const command of document.querySelectorAll(".command")) {
    const row = make("span", { className: "decide" });
    for (const outcome of ["confirmed", "not-a-match", "permitted", "over-restriction", "welfare", "needs-information"]) {
      const button = make("button", { type: "button", className: "copy" }, outcome.replaceAll("-", " "));
      button.addEventListener("click", () => {
        copy(command, outcome);
        row.querySelectorAll(".copied").forEach(other => other.classList.remove("copied"));
        button.classList.add("copied");
      });
      row.append(button);
    }
    command.after(row);
  }

  if (cards.length > 0) {
    tools.append(
      search,
      make("label", {}, onlyNew, "new only"),
      make("span", { className: "fine" }, "severity"),
      ...severities.map(box => make("label", {}, box, box.value)),
      count);
    tools.hidden = false;
    tools.addEventListener("input", filter);
    document.querySelectorAll(".keys").forEach(keys => { keys.hidden = false; });
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") { search.value = ""; filter(); search.blur(); }
      return;
    }
    if (event.target.matches("input, textarea, select")) return;
    const card = cards[current];
    const command = card && card.querySelector(".command");
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (event.key === "o" && card) card.querySelectorAll(".whole").forEach(part => { part.open = !part.open; });
    else if (event.key === "c" && command) copy(command, "confirmed");
    else if (event.key === "n" && command) copy(command, "not-a-match");
  });
})();
