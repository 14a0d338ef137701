// A field marked data-filter="#list" narrows the rows of that list as one types; data-submit sends a form on change.
export function filters(page) {
  for (const field of page.querySelectorAll("[data-filter]")) {
    const list = page.querySelector(field.dataset.filter);
    field.addEventListener("input", () => narrow(list, field.value.trim().toLowerCase()));
  }
  for (const form of page.querySelectorAll("form[data-submit]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    });
  }
}

function narrow(list, words) {
  for (const row of list?.querySelectorAll("[data-row]") ?? []) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.split(/\s+/).every((word) => text.includes(word));
  }
}
