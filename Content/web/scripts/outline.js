// A process in words marked data-walk: each way folds; what lies deep begins folded where the list is long. Searching unfolds all.
const long = 40;

export function outlines(page) {
  for (const list of page.querySelectorAll("[data-walk]")) start(list);
}

function start(list) {
  const lines = [...list.children];
  for (const line of lines.filter((line) => line.matches(".way"))) {
    const inside = within(line);
    if (inside.length === 0) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.addEventListener("click", () => fold(button, inside, button.getAttribute("aria-expanded") === "true"));
    line.querySelector("strong")?.before(button);
    button.append(line.querySelector("strong"));
    fold(button, inside, lines.length > long && depth(line) > 1);
  }
  for (const field of document.querySelectorAll(`[data-filter="#${list.id}"]`)) {
    field.addEventListener("input", () => unfold(list));
  }
  addEventListener("hashchange", () => show(list));
  show(list);
}

function depth(line) { return Number(line.dataset.depth); }

function within(line) {
  const found = [];
  for (let next = line.nextElementSibling; next && depth(next) > depth(line); next = next.nextElementSibling) found.push(next);
  return found;
}

function fold(button, inside, isFolded) {
  button.setAttribute("aria-expanded", String(!isFolded));
  for (const line of inside) {
    const folds = Number(line.dataset.folds ?? 0) + (isFolded ? 1 : button.dataset.was === "folded" ? -1 : 0);
    line.dataset.folds = String(Math.max(0, folds));
    line.classList.toggle("folded", folds > 0);
  }
  button.dataset.was = isFolded ? "folded" : "open";
}

function unfold(list) {
  for (const button of list.querySelectorAll(".fold[aria-expanded=false]")) button.click();
}

function show(list) {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !list.contains(target) || !target.closest(".folded")) return;
  unfold(list);
  target.scrollIntoView({ block: "center" });
}
