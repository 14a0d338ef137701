// A diagram marked data-diagram: drag to move, ctrl and wheel or the buttons to zoom; starts at where the zaak is, or at what is marked.
// Diagrams of one data-together move with each other; a link marked data-show goes to an element in each of them.
const legible = 0.7;

export function diagrams(page) {
  for (const diagram of page.querySelectorAll("[data-diagram]")) start(diagram);
  for (const diagram of page.querySelectorAll("[data-together]")) together(diagram);
  for (const link of page.querySelectorAll("a[data-show]")) {
    link.addEventListener("click", (event) => reveal(event, link.dataset.show));
  }
  for (const button of page.querySelectorAll("[data-full]")) fill(button);
}

function start(diagram) {
  const svg = diagram.querySelector("svg");
  if (!svg) return;
  const state = { zoom: 1, width: svg.getBoundingClientRect().width || 800 };
  const zoom = (factor) => {
    state.zoom = Math.min(4, Math.max(0.2, state.zoom * factor));
    svg.style.width = `${state.width * state.zoom}px`;
    svg.style.minWidth = "0";
  };
  for (const button of document.querySelectorAll(`[data-zoom~="${diagram.id}"]`)) {
    button.addEventListener("click", () => zoom(Number(button.value)));
  }
  diagram.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 0.9);
  }, { passive: false });
  zoom(Math.min(1, Math.max(legible, (diagram.clientWidth - 2) / state.width)));
  pan(diagram);
  const place = first(diagram);
  if (place && !isLed(diagram)) centre(diagram, place);
}

// Where one wants to look: the flaw that was picked, any flaw, the innermost place of the zaak, what differs.
function first(diagram) {
  const size = (element) => element.getBoundingClientRect().width;
  const here = [...diagram.querySelectorAll(".is-here")].sort((one, other) => size(one) - size(other))[0];
  return diagram.querySelector(".is-picked") ?? diagram.querySelector(".is-stuck") ?? here
    ?? diagram.querySelector(".is-added, .is-removed, .is-changed");
}

// Whether another diagram of the same group holds what was picked: this one goes along.
function isLed(diagram) {
  if (!diagram.dataset.together || diagram.querySelector(".is-picked")) return false;
  return document.querySelector(`[data-together="${diagram.dataset.together}"] .is-picked`) !== null;
}

function pan(diagram) {
  diagram.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    const from = { x: event.clientX + diagram.scrollLeft, y: event.clientY + diagram.scrollTop };
    const move = (now) => diagram.scrollTo(from.x - now.clientX, from.y - now.clientY);
    diagram.setPointerCapture(event.pointerId);
    diagram.addEventListener("pointermove", move);
    diagram.addEventListener("pointerup", () => diagram.removeEventListener("pointermove", move), { once: true });
  });
}

function centre(diagram, element) {
  const [outer, inner] = [diagram.getBoundingClientRect(), element.getBoundingClientRect()];
  diagram.scrollBy(
    inner.left + inner.width / 2 - outer.left - outer.width / 2, inner.top + inner.height / 2 - outer.top - outer.height / 2);
}

function together(diagram) {
  diagram.addEventListener("scroll", () => {
    for (const other of document.querySelectorAll(`[data-together="${diagram.dataset.together}"]`)) {
      const isThere = Math.abs(other.scrollLeft - diagram.scrollLeft) < 2 && Math.abs(other.scrollTop - diagram.scrollTop) < 2;
      if (other !== diagram && !isThere) other.scrollTo(diagram.scrollLeft, diagram.scrollTop);
    }
  });
}

function reveal(event, id) {
  const found = [...document.querySelectorAll("[data-diagram] [data-element]")].filter((element) => element.dataset.element === id);
  if (found.length === 0) return;
  event.preventDefault();
  for (const old of document.querySelectorAll(".is-picked")) old.classList.remove("is-picked");
  for (const element of found) element.classList.add("is-picked");
  const diagram = found[found.length - 1].closest("[data-diagram]");
  diagram.scrollIntoView({ block: "center" });
  centre(diagram, found[found.length - 1]);
  diagram.focus({ preventScroll: true });
}

function fill(button) {
  const card = document.getElementById(button.dataset.full);
  if (!card?.requestFullscreen) {
    button.hidden = true;
    return;
  }
  button.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : card.requestFullscreen()));
}
