// Buttons marked data-copy put that value on the clipboard and say so; for a page that stands alone, without main.js.
if (navigator.clipboard) {
  document.documentElement.classList.add("scripted");
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.innerHTML;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.copied;
      setTimeout(() => (button.innerHTML = label), 2000);
    });
  }
}
