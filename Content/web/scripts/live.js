// A page marked data-reload looks again after so many seconds; one marked data-live hears of others' acts at once. What nobody is writing in is drawn anew; else a notice says so.
export function live(page) {
  const busy = page.querySelector("[data-reload]");
  if (busy) setTimeout(() => location.reload(), 1000 * Number(busy.dataset.reload));
  const place = page.querySelector("[data-live]");
  if (!place || !window.EventSource) return;
  const source = new EventSource(place.dataset.live);
  source.addEventListener("zaak", () => renew(page, place));
  window.addEventListener("pagehide", () => source.close());
}

async function renew(page, place) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of page.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!next || next.innerHTML === part.innerHTML) continue;
    if (isBusy(part)) tell(page, place);
    else part.innerHTML = next.innerHTML;
  }
}

const isBusy = (part) =>
  part.contains(document.activeElement) ||
  part.querySelector("details[open] form") !== null ||
  [...part.querySelectorAll("input, select, textarea")].some(isTouched);

function isTouched(field) {
  if (field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected && option.value);
  return field.value !== field.defaultValue;
}

function tell(page, place) {
  if (page.querySelector(".live")) return;
  const notice = page.querySelector("#ververst").content.cloneNode(true);
  place.append(notice);
}
