// A form marked data-plan is computed anew while someone types or drags: the parts marked data-plan-deel follow. A field
// marked data-range gets a slider of whole euros beside it. Without script the button computes.
const pause = 120;

export function plan(page) {
  const form = page.querySelector("form[data-plan]");
  if (!form) return;
  for (const field of form.querySelectorAll("[data-range]")) slide(field);
  let timer;
  let round = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => follow(form, ++round, () => round), pause);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  form.addEventListener("click", (event) => {
    const pace = event.target.closest("button[name=kies]");
    if (!pace) return;
    event.preventDefault();
    form.elements.perMaand.value = pace.value;
    form.elements.perMaand.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function slide(field) {
  const range = document.createElement("input");
  Object.assign(range, { type: "range", className: "range", min: field.dataset.least, max: field.dataset.most, step: 1 });
  range.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  const take = () => { range.value = Number(field.value.replace(/[.\s](?=\d{3})/g, "").replace(",", ".")) || 0; };
  range.addEventListener("input", () => { field.value = range.value; });
  field.addEventListener("input", take);
  take();
  const both = document.createElement("span");
  both.className = "sliding";
  const euro = field.closest(".euro");
  euro.replaceWith(both);
  both.append(euro, range);
}

async function follow(form, mine, newest) {
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok || mine !== newest()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-plan-deel]")) {
    const next = fresh.getElementById(part.id);
    if (next && next.innerHTML !== part.innerHTML) renew(part, next);
  }
}

// What was unfolded stays unfolded.
function renew(part, next) {
  const open = [...part.querySelectorAll("details")].map((one) => one.open);
  part.innerHTML = next.innerHTML;
  part.querySelectorAll("details").forEach((one, index) => { one.open = open[index] ?? one.open; });
}
