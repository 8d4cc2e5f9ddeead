// Elements without a framework.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export const h = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
export const s = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
export const byId = (id) => document.getElementById(id);
/** A word as a class name. */
export const tone = (word) => word.toLowerCase().replace(/_/g, "-");
/** A word as people read it. */
export const plain = (word) => word.toLowerCase().replace(/_/g, " ");
/** The start of a long id. */
export const short = (id) => (id.length > 13 ? `${id.slice(0, 8)}…` : id);
