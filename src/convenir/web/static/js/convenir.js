// What script adds to pages that work without it: keys, menus that close, drafts kept on this computer.
"use strict";

const inField = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

// The keys written as data-key="arrowdown j" on a button or a link press it, unless one is typing.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const menus = document.querySelectorAll("details.menu[open]");
  if (event.key === "Escape" && menus.length) {
    for (const menu of menus) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  if (inField(event.target) && event.key !== "Escape") return;
  const pressed = [...document.querySelectorAll("[data-key]")].find((one) =>
    one.dataset.key.split(" ").includes(event.key.toLowerCase()),
  );
  if (!pressed) return;
  event.preventDefault();
  if (pressed.matches("input")) pressed.focus();
  else pressed.click();
});

// What goes on by itself says when it does not: words marked data-stalled show after an answer that failed.
const stalled = (is) => {
  for (const words of document.querySelectorAll("[data-stalled]")) words.hidden = !is;
};
document.addEventListener("htmx:responseError", () => stalled(true));
document.addEventListener("htmx:sendError", () => stalled(true));
document.addEventListener("htmx:afterSwap", () => stalled(false));

// A menu closes when one acts elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A form with data-draft="name" keeps what is typed, in this tab only, until the page says that it is recorded, so that
// neither an expired session nor a wrong gesture loses it. Files, hidden fields and passwords are not kept.
const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith("draft:"));
const forget = () => drafts().forEach((key) => sessionStorage.removeItem(key));

const kept = (form) =>
  [...form.elements].filter((field) => field.name && !["file", "hidden", "password", "submit"].includes(field.type));
const property = (field) => (["checkbox", "radio"].includes(field.type) ? "checked" : "value");

const restore = (form, name) => {
  const stored = JSON.parse(sessionStorage.getItem(name) ?? "null");
  if (!stored || form.querySelector(".errors")) return;
  for (const [index, field] of kept(form).entries()) {
    if (stored[index] !== undefined) field[property(field)] = stored[index];
  }
};

if (document.querySelector(".notice.is-in_force")) forget();
document.querySelector(".menu-panel form")?.addEventListener("submit", forget);

for (const form of document.querySelectorAll("form[data-draft]")) {
  const name = `draft:${form.dataset.draft}${location.search}`;
  const said = form.querySelector("[data-draft-said]");
  restore(form, name);
  form.addEventListener("input", () => {
    sessionStorage.setItem(name, JSON.stringify(kept(form).map((field) => field[property(field)])));
    if (said) said.textContent = "Saisie gardée dans cet onglet";
  });
}
