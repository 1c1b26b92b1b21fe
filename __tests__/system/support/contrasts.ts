/**
 * An expression for a page: which elements with text of their own have a contrast below 4.5, by the formula of WCAG 2, how
 * many were looked at, and the colour of the page.
 */
export const CONTRASTS = `(() => {
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const backOf = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const back = parse(getComputedStyle(at).backgroundColor);
      if (back.length === 3 || back[3] === 1) return back;
    }
    return [255, 255, 255];
  };
  const texts = [...document.body.querySelectorAll('*')].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  const low = texts.filter((one) => {
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(backOf(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5;
  });
  return {
    low: low.map((one) => one.outerHTML.slice(0, 120)),
    looked: texts.length,
    back: getComputedStyle(document.body).backgroundColor,
  };
})()`;

/** The controls that have no name, the labels without a control, and the ids that stand twice. */
export const UNNAMED = `(() => {
  const all = (selector, is) => [...document.querySelectorAll(selector)].filter(is).map((one) => one.outerHTML);
  return [
    ...all('input, select, textarea', (one) => one.labels.length !== 1),
    ...all('button, summary, a, h1, h2, h3, th', (one) => one.textContent.trim() === ''),
    ...all('label', (one) => one.control === null),
    ...all('[tabindex], progress', (one) => (one.matches('progress') || one.tabIndex >= 0) && !one.hasAttribute('aria-label') && !one.hasAttribute('aria-labelledby')),
    ...all('[id]', (one) => document.querySelectorAll('[id="' + CSS.escape(one.id) + '"]').length > 1),
  ];
})()`;
