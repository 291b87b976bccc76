// Filters the events, and shows on one side what was chosen on the other. The page can be read without it.
"use strict";

// Known before the first paint, so that nothing jumps.
document.documentElement.classList.add("js");

addEventListener("DOMContentLoaded", () => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const words = (text) => (text ? text.split(" ") : []);

  const cards = all(".card").map((element) => {
    const { kind, actors, source, from, to, dated } = element.dataset;
    return {
      element,
      kind,
      actors: words(actors),
      source,
      dated: dated !== undefined,
      from: from === undefined ? -Infinity : Number(from),
      to: to === undefined ? Infinity : Number(to),
    };
  });
  // Cards of events and entries of the lists, by their ids.
  const items = new Map(all(".card, .entry").map((element) => [element.id, element]));
  const triggers = all("#text [data-t]");
  const told = all("#timeline li[data-e]");
  const dates = all("#timeline .dates > li");
  const text = byId("text");

  // ---- Filters

  const form = byId("filters");
  const field = { kind: byId("f-kind"), actor: byId("f-actor"), source: byId("f-source"), from: byId("f-from"), to: byId("f-to") };

  // "1979", "1979-03" or "1979-03-26" as the number that cards have, its first or its last day; null if it is none of these.
  const day = (typed, last) => {
    const parts = /^(-?)(\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed.trim());
    if (!parts) return null;
    const [, sign, year, month = last ? "12" : "1", date = last ? "31" : "1"] = parts;
    if (month < 1 || month > 12 || date < 1 || date > 31) return null;
    return (sign ? -year : +year) * 10000 + month * 100 + +date;
  };

  const bound = (input, last, open) => {
    const value = input.value.trim() === "" ? open : day(input.value, last);
    input.setAttribute("aria-invalid", String(value === null));
    return value === null ? open : value;
  };

  const apply = () => {
    const { value: kind } = field.kind, { value: actor } = field.actor, { value: source } = field.source;
    const from = bound(field.from, false, -Infinity), to = bound(field.to, true, Infinity);
    const ranged = from !== -Infinity || to !== Infinity;
    let shown = 0;
    let undated = 0;
    for (const card of cards) {
      let fits = (!kind || card.kind === kind) && (!actor || card.actors.includes(actor)) && (!source || card.source === source);
      if (fits && ranged) {
        if (!card.dated) undated += 1;
        fits = card.dated && card.to >= from && card.from <= to;
      }
      card.element.hidden = !fits;
      shown += fits;
    }
    const gone = (ids) => words(ids).every((id) => items.get(id)?.hidden);
    for (const mark of triggers) mark.classList.toggle("out", gone(mark.dataset.t));
    for (const entry of told) entry.hidden = gone(entry.dataset.e);
    for (const date of dates) date.hidden = all("li", date).every((entry) => entry.hidden);
    const filtered = Boolean(kind || actor || source || ranged);
    const events = cards.length === 1 ? "event" : "events";
    byId("count").textContent =
      (filtered ? `${shown} of ${cards.length} ${events}` : `${cards.length} ${events}`) + (undated ? `; ${undated} without a date left out` : "");
    byId("reset").hidden = !filtered && !field.from.value && !field.to.value;
    byId("none").hidden = shown > 0 || cards.length === 0;
  };

  for (const type of ["input", "change"]) form.addEventListener(type, apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  const clear = () => {
    for (const input of Object.values(field)) input.value = "";
    apply();
  };
  byId("reset").addEventListener("click", () => {
    clear();
    field.kind.focus();
  });

  // ---- Views

  const tabs = all("#views [role=tab]");
  const views = new Map(tabs.map((tab) => [tab.getAttribute("aria-controls"), tab]));

  const view = (name) => {
    for (const [other, tab] of views) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
      byId(other).classList.toggle("open", other === name);
    }
    // What filters events has nothing to say of the other lists.
    form.hidden = !["events", "timeline"].includes(name);
  };

  for (const [name, tab] of views) {
    byId(name).setAttribute("role", "tabpanel");
    tab.addEventListener("click", () => view(name));
    tab.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(tab), last = tabs.length - 1;
      const to = { ArrowLeft: at === 0 ? last : at - 1, ArrowRight: at === last ? 0 : at + 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      view(tabs[to].getAttribute("aria-controls"));
      tabs[to].focus();
    });
  }

  // ---- From the text to the events and back

  const wide = matchMedia("(min-width: 60rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let chosen = [];

  const reveal = (element) => element.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });

  const choose = (ids) => {
    for (const element of chosen) {
      element.classList.remove("on");
      element.removeAttribute("aria-current");
    }
    chosen = [];
    for (const id of ids) {
      const item = items.get(id);
      if (!item) continue;
      item.setAttribute("aria-current", "true");
      chosen.push(item, ...all(`[data-t~="${id}"], [data-e~="${id}"], [data-n~="${id}"]`));
    }
    for (const element of chosen) element.classList.add("on");
  };

  // Shows the element of a fragment, and beside it what belongs to it.
  const show = (id, among) => {
    const target = byId(id);
    if (!target) return;
    if (views.has(id)) {
      view(id);
      return;
    }
    if (items.has(id)) {
      if (target.hidden) {
        clear();
      }
      view(target.closest(".panel").id);
      choose(among ?? [id]);
      if (wide.matches) {
        const words = byId(target.dataset.x);
        if (words) reveal(words);
      }
      reveal(target);
      target.focus({ preventScroll: true });
    } else if (text.contains(target) && target !== text) {
      const { t, n, e } = target.dataset;
      const ids = [t, n, e].flatMap(words);
      // From a card, that card stays the chosen one.
      const kept = ids.filter((item) => items.get(item)?.classList.contains("on"));
      choose(kept.length ? kept : ids);
      for (const piece of all(".here")) piece.classList.remove("here");
      target.classList.add("here");
      reveal(target);
      if (!target.hasAttribute("href")) target.tabIndex = -1;
      target.focus({ preventScroll: true });
    }
  };

  // Ids are plain letters and digits: nothing to decode.
  const fragment = () => location.hash.slice(1);

  // Notes in the address what is shown.
  const note = (change, id) => {
    try {
      history[change](null, "", `#${id}`);
    } catch {
      // In the frame of a notebook, a page has no address of its own.
    }
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href^='#']");
    const mark = event.target.closest("#text :is([data-t], [data-n], [data-e]:not(.m-evidence))");
    if (mark && (!link || link.contains(mark))) {
      // Selecting words is not choosing an event.
      if (!link && !getSelection().isCollapsed) return;
      const { t, n, e } = mark.dataset;
      const ids = words(t ?? n ?? e);
      const first = ids.find((id) => !items.get(id)?.hidden) ?? ids[0];
      event.preventDefault();
      note("pushState", first);
      show(first, ids);
    } else if (link) {
      const item = link.closest(".card, .entry");
      if (item) choose([item.id]);
      const id = link.getAttribute("href").slice(1);
      if (!items.has(id) && !views.has(id) && !byId(id)?.closest("article")) return;
      event.preventDefault();
      note("pushState", id);
      show(id);
      if (views.has(id)) byId(id).scrollIntoView();
    } else {
      // A click on a card shows where it was read, unless words were selected.
      const item = event.target.closest(".card, .entry");
      if (!item || event.target.closest("a") || !getSelection().isCollapsed) return;
      note("replaceState", item.id);
      choose([item.id]);
      const read = byId(item.dataset.x);
      if (read && wide.matches) reveal(read);
    }
  });

  addEventListener("popstate", () => show(fragment()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose([]);
  });

  for (const box of all(".legend input")) {
    box.addEventListener("change", () => byId("article").classList.toggle(`no-${box.value}`, !box.checked));
  }

  // ---- Start

  if (!wide.matches) byId("more").open = false;
  // A browser may have kept what was typed.
  if (Object.values(field).some((input) => input.value)) apply();
  if (location.hash) show(fragment());
});
