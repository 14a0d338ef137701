// Lists marked data-list: j and k walk the rows, Enter opens one, x picks it; "pick all" follows the single ticks.
import { isTyping } from "./keys.js";

export function lists(page) {
  for (const list of page.querySelectorAll("[data-list]")) {
    walk(page, list);
    pickAll(list);
  }
}

function walk(page, list) {
  const rows = () => [...list.querySelectorAll("[data-row]:not([hidden])")];
  page.addEventListener("keydown", (event) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = rows();
    const now = all.findIndex((row) => row.classList.contains("here"));
    if (event.key === "j") go(all, now, Math.min(all.length - 1, now + 1));
    if (event.key === "k") go(all, now, Math.max(0, now - 1));
    if (event.key === "x" && now >= 0) all[now].querySelector("input[type=checkbox]")?.click();
  });
}

function go(all, from, to) {
  all[from]?.classList.remove("here");
  all[to]?.classList.add("here");
  all[to]?.querySelector("a")?.focus();
}

function pickAll(list) {
  const all = list.querySelector("[data-pick-all]");
  if (!all) return;
  const ticks = () => [...list.querySelectorAll("[data-row]:not([hidden]) input[type=checkbox]")];
  all.addEventListener("change", () => {
    for (const tick of ticks()) tick.checked = all.checked;
    count(list, ticks());
  });
  list.addEventListener("change", () => count(list, ticks()));
}

function count(list, ticks) {
  const place = list.querySelector("[data-picked]");
  if (place) place.textContent = String(ticks.filter((tick) => tick.checked).length);
}
