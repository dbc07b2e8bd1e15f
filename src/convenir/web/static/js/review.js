// What script adds to the review of a text: panes that follow, focus on what is next, words selected, one sending.
"use strict";

// The term one reads and its words stand side by side, each in its own column.
const shown = (chosen) => {
  const pane = chosen?.closest(".review-text, .review-cards");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  pane.scrollTop += chosen.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
};
shown(
  document.querySelector(".review-text :is(.run, .sheet-mark).current") ??
    (document.querySelector("[data-judge]") && document.querySelector(".review-text :is(.run, .sheet-mark).conflict")),
);
if (location.hash) shown(document.querySelector(".review-cards .term.now"));

// On a first visit findings come before the term: a key rules only upon a term that one sees, else it first shows it.
const inSight = (button) => {
  const pane = button.closest(".review-cards").getBoundingClientRect();
  const foot = document.querySelector(".review-foot").getBoundingClientRect();
  const { top, bottom } = button.getBoundingClientRect();
  return top >= Math.max(0, pane.top) && bottom <= Math.min(pane.bottom, foot.top, innerHeight);
};
let sought = Boolean(location.hash);
document.addEventListener(
  "keydown",
  (event) => {
    if (sought || inField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = document.querySelector(`.term.now [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button || inSight(button)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    sought = true;
    const term = button.closest(".term");
    term.tabIndex = -1;
    term.focus({ preventScroll: true });
    term.scrollIntoView({ block: "center" });
  },
  true,
);

// What a person came for gets the focus: the next term, or the first choice of a finding to settle. A browser that goes
// to the place that an address names takes the focus away, until the page is loaded or, on a slow machine, right after:
// it is then given again, if nobody took it. A refused form has no such place.
const refused = document.querySelector("[data-judge] [role=alert]")?.closest("article");
const target = refused ?? (location.hash ? document.getElementById(location.hash.slice(1)) : null);
const giveFocus = () => {
  const wrong = target.querySelector(".wrong input, .wrong textarea");
  const choice = target.querySelector("[data-judge] input[type=radio]:checked, [data-judge] input[type=radio]");
  if (!choice) target.tabIndex = -1;
  (wrong ?? choice ?? target).focus({ preventScroll: true });
};
addEventListener("load", () => {
  if (!target?.closest(".review-cards")) return;
  giveFocus();
  const again = () => document.activeElement === document.body && giveFocus();
  requestAnimationFrame(() => requestAnimationFrame(again));
});

// What the last key did is said again once the page is there: a screen reader tells only what changes.
const said = document.querySelector("[data-said]");
if (said) {
  const words = said.textContent;
  said.textContent = "";
  setTimeout(() => (said.textContent = words), 150);
}

// What takes the place of a button keeps the focus that the button had.
document.addEventListener("htmx:load", ({ detail: { elt } }) => {
  if (!elt.matches(".finding-ruling")) return;
  elt.tabIndex = -1;
  elt.focus({ preventScroll: true });
});

// What the site refuses of a finding is said by a page of its own, as it is where there is no script.
document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
  if (elt.matches(".finding form") && xhr.status >= 400) elt.submit();
});

// The words that one selects in the text, without the numbers of terms, and the place of their first paragraph.
let selected = null;
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const first = range.startContainer;
  const start = (first instanceof Element ? first : first.parentElement)?.closest("[data-at]");
  if (!start) return;
  const words = range.cloneContents();
  for (const ours of words.querySelectorAll("sup, del, h2, .text-label, .text-note, .text-page")) ours.remove();
  for (const line of words.querySelectorAll(".text-line, tr")) line.append(" ");
  for (const cell of words.querySelectorAll("td + td")) cell.prepend(" | ");
  selected = { alinea: start.dataset.at, mots: words.textContent.replace(/\s+/g, " ").trim() };
});
for (const link of document.querySelectorAll("[data-add]")) {
  link.addEventListener("click", () => {
    if (!selected?.mots) return;
    const address = new URL(link.href);
    for (const [name, value] of Object.entries(selected)) address.searchParams.set(name, value);
    link.href = address.href;
  });
}

// A form that one came to fill has the focus in its first field, or in the first that is wrong.
for (const form of document.querySelectorAll("form[data-first]")) {
  const fields = "input:not([type=hidden]), select, textarea";
  (form.querySelector(`.wrong :is(${fields})`) ?? form.querySelector(fields))?.focus();
}

// Of a PDF that one has just chosen: how many pages it has, and whether they are pictures without a letter of type.
const leaves = async (file) => {
  const words = new TextDecoder("latin1").decode(await file.arrayBuffer());
  if (!words.slice(0, 1024).includes("%PDF-") || /\/Font\b/.test(words)) return 0;
  return words.match(/\/Type\s*\/Page(?!\w)/g)?.length ?? 0;
};

// A scan is announced before it is sent: how many pages will be recognised, and in about how many minutes.
for (const told of document.querySelectorAll("[data-pages]")) {
  const [fast, slow, mostPages, mostBytes] = told.dataset.pages.split(" ").map(Number);
  const form = told.closest("form");
  const say = (name, shown) => (form.querySelector(`[data-pages-${name}]`).hidden = !shown);
  const minutes = (seconds) => Math.max(1, Math.round(seconds / 60));
  form.querySelector("input[type=file]").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    const large = file?.size > mostBytes;
    const pages = file && !large ? await leaves(file) : 0;
    form.querySelector("[data-pages-count]").textContent = pages;
    form.querySelector("[data-pages-least]").textContent = minutes(pages * fast);
    form.querySelector("[data-pages-most]").textContent = minutes(pages * slow) + 1;
    say("large", large);
    say("many", pages > mostPages);
    say("said", pages > 1 && pages <= mostPages);
  });
}

// A form that takes time is sent once, says that it is at work, and for how long.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    const button = form.querySelector("button[type=submit]");
    if (button.getAttribute("aria-disabled") === "true") return event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.once;
    form.querySelector("[data-once-said]").hidden = false;
    const since = Date.now();
    setInterval(() => {
      const seconds = Math.round((Date.now() - since) / 1000);
      button.textContent = `${form.dataset.once} ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    }, 10_000);
  });
}
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
