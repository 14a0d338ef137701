// A button marked data-verwoord has the advice worded while one looks on: each sentence appears when its source was checked.
// Without script the button asks for the whole page.
export function wording(page) {
  page.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-verwoord]");
    if (!button || !window.ReadableStream) return;
    event.preventDefault();
    write(button);
  });
}

async function write(button) {
  const form = button.form;
  const place = button.closest("#verwoording");
  const fields = new URLSearchParams(new FormData(form));
  fields.set("zaak", button.dataset.zaak);
  button.disabled = true;
  const answer = await fetch(button.dataset.verwoord, { method: "POST", body: fields }).catch(() => null);
  if (!answer?.ok) return form.requestSubmit(enabled(button));
  const whole = await follow(answer.body.getReader(), place);
  if (!whole && button.isConnected) form.requestSubmit(enabled(button));
}

// The last part that came is the wording; a line that breaks leaves what was shown.
async function follow(reader, place) {
  const text = new TextDecoder();
  let open = "";
  let drawn = false;
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) return drawn;
    open += text.decode(value, { stream: true });
    const parts = open.split("\n\n");
    open = parts.pop();
    if (!parts.length) continue;
    place.innerHTML = parts.at(-1).replace(/^data: /gm, "");
    drawn = true;
  }
}

function enabled(button) {
  button.disabled = false;
  button.removeAttribute("data-verwoord");
  return button;
}
