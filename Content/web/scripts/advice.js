// A form marked data-advies is read while someone types: after a short pause the parts marked data-advies-deel follow.
// What is typed stays where it is; without script the button asks.
import { forms } from "./forms.js";

const pause = 200;

export function advice(page) {
  const form = page.querySelector("form[data-advies]");
  if (!form) return;
  let timer;
  let round = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => follow(form, ++round, () => round), pause);
  };
  form.addEventListener("input", later);
  form.addEventListener("submit", () => clearTimeout(timer));
  // Who types how it is then, says that it is otherwise.
  form.addEventListener("input", ({ target }) => {
    const list = target.dataset.sets && form.elements[target.dataset.sets];
    if (list && target.value.trim() !== "") list.value = target.dataset.to;
  }, { capture: true });
}

async function follow(form, mine, newest) {
  if (form.vraag.value.trim().length < 8) return;
  const asked = new URLSearchParams(new FormData(form));
  asked.set("deel", "ja");
  const answer = await fetch(form.action, { method: "POST", body: asked });
  if (!answer.ok || mine !== newest()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-advies-deel]")) renew(part, fresh.getElementById(part.id));
  keep(form, fresh.getElementById(form.id));
}

// The page goes by the address at which the question is found again.
function keep(form, fresh) {
  if (!fresh?.dataset.kept) return;
  form.elements.gesteld.value = fresh.elements.gesteld.value;
  history.replaceState(history.state, "", fresh.dataset.kept);
}

// Where someone is at work, or has a sheet open, nothing is drawn over.
function renew(part, next) {
  if (!next || next.innerHTML === part.innerHTML) return;
  const here = document.activeElement;
  const typing = part.contains(here) && here.matches("input, textarea");
  if (typing || (part.id === "advies" && part.querySelector("details[open] form"))) return;
  part.innerHTML = next.innerHTML;
  forms(part);
}
