// What is on the page, marked where the style sheet finds it at no cost. No state: each component has it for itself.

/** For the style sheet, which would pay for asking: the name of the stage, and the size of an answer's type on paper. */
export function marks() {
  for (const [mark, part] of [["stage", "st-key-stage_"], ["sheet", "st-key-sheet_"]]) {
    const found = document.querySelector(`[class*="${part}"]`)?.className.split(part)[1].split(" ")[0];
    if (found) document.documentElement.dataset[mark] = found;
    else delete document.documentElement.dataset[mark];
  }
}
