// A diagram marked data-diagram: drag to move, ctrl and wheel or the buttons to zoom; starts at where the zaak is.
export function diagrams(page) {
  for (const diagram of page.querySelectorAll("[data-diagram]")) start(diagram);
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
  for (const button of document.querySelectorAll(`[data-zoom="${diagram.id}"]`)) {
    button.addEventListener("click", () => zoom(Number(button.value)));
  }
  diagram.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.1 : 0.9);
  }, { passive: false });
  zoom(Math.min(1, (diagram.clientWidth - 2) / state.width));
  pan(diagram);
  showPlace(diagram);
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

function showPlace(diagram) {
  const here = diagram.querySelector(".is-here");
  if (!here) return;
  const [outer, inner] = [diagram.getBoundingClientRect(), here.getBoundingClientRect()];
  diagram.scrollTo(inner.left - outer.left - outer.width / 2, inner.top - outer.top - outer.height / 2);
}
