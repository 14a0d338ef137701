// A page marked data-reload looks again after so many seconds. A page marked data-live hears of others' acts at once: parts
// in which nobody is at work are drawn anew; where someone is, a notice says so.
import { forms } from "./forms.js";
import { diagrams } from "./diagram.js";
import { filters } from "./filter.js";
import { outlines } from "./outline.js";

export function live(page) {
  const busy = page.querySelector("[data-reload]");
  if (busy) setTimeout(() => look(busy), 1000 * Number(busy.dataset.reload));
  const place = page.querySelector("[data-live]");
  if (!place || !window.EventSource) return;
  const sent = new Map([...page.querySelectorAll("[data-part]")].map((part) => [part, part.innerHTML]));
  const source = new EventSource(place.dataset.live);
  source.addEventListener("zaak", () => renew(page, place, sent));
  window.addEventListener("pagehide", () => source.close());
}

// How far work is, told in its place, so that who reads or types on the page is left alone; when it is done the page is drawn anew.
async function look(busy) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const next = fresh?.querySelector("[data-reload]");
  const [bar, now] = [busy, next].map((part) => part?.querySelector("progress"));
  if (fresh && !(bar && now)) return location.reload();
  if (now) {
    Object.assign(bar, { max: now.max, value: now.value });
    const [said, says] = [busy, next].map((part) => part.querySelector("[role=status]"));
    if (said && says && said.textContent !== says.textContent) said.textContent = says.textContent;
  }
  setTimeout(() => look(busy), 1000 * Number(busy.dataset.reload));
}

// After a refused form the address is that of the act; the page itself is where its news comes from.
const home = (place) => place.dataset.live.replace(/\/[^/]*$/, "") + location.search;

const isRefusal = (place) => new URL(home(place), location).pathname !== location.pathname;

async function renew(page, place, sent) {
  const answer = await fetch(home(place), { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const [part, before] of sent) {
    const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!next || next.innerHTML === before) continue;
    // The answer to a refused form holds what was typed, which no fresh page knows: it stays until it is sent again.
    if (isRefusal(place) && part.querySelector("form")) continue;
    if (isBusy(part)) tell(page, place);
    else draw(part, next, sent);
  }
}

function draw(part, next, sent) {
  const opened = [...part.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
  part.innerHTML = next.innerHTML;
  sent.set(part, next.innerHTML);
  for (const summary of part.querySelectorAll("details > summary")) {
    if (opened.includes(summary.textContent)) summary.parentElement.open = true;
  }
  for (const start of [forms, diagrams, outlines, filters]) start(part);
}

const isBusy = (part) =>
  part.contains(document.activeElement) ||
  part.querySelector("details[open] form") !== null ||
  [...part.querySelectorAll("input, select, textarea")].some(isTouched);

function isTouched(field) {
  if (field.type === "hidden" || field.disabled) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return field.value !== "" && ![...field.options].some((one) => one.selected && one.defaultSelected);
  return field.value !== field.defaultValue;
}

function tell(page, place) {
  if (page.querySelector(".live")) return;
  place.append(page.querySelector("#ververst").content.cloneNode(true));
}
