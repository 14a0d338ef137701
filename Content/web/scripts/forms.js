// Fields marked data-when="name" data-is="a b" show only while field "name" has one of those values; and a form that was
// sent is not sent twice.
export function forms(page) {
  for (const form of page.querySelectorAll("form")) {
    const parts = [...form.querySelectorAll("[data-when]")];
    if (parts.length > 0) {
      const show = () => parts.forEach((part) => toggle(form, part));
      form.addEventListener("change", show);
      show();
    }
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented || form.method === "dialog" || form.method === "get") return;
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  page.querySelector("form[data-send-now]")?.requestSubmit();
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

function toggle(form, part) {
  const field = form.elements[part.dataset.when];
  const value = field?.value ?? "";
  const shown = part.dataset.is.split(" ").includes(value);
  part.hidden = !shown;
  for (const inner of part.querySelectorAll("input, select, textarea")) inner.disabled = !shown;
}
