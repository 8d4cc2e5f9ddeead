// As much Markdown as the rules use, as HTML.

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function inline(text) {
  const parts = text.split(/(`[^`]+`)/);
  return parts
    .map((part, i) => {
      if (i % 2) return `<code>${escaped(part.slice(1, -1))}</code>`;
      return escaped(part)
        .replace(/\[([^\]]+)\]\((#?[^)]+)\)/g, (_, words, target) => (target.startsWith("#") ? `<a href="${target}">${words}</a>` : words))
        .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
        .replace(/\*([^*]+)\*/g, "<em>$1</em>");
    })
    .join("");
}

const anchor = (title) => title.toLowerCase().replace(/[^\w\- ]/g, "").replace(/ /g, "-");
const cells = (row) => row.replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => inline(cell.trim()));

export function html(markdown) {
  const blocks = markdown.split(/\n{2,}(?=(?:[^`]*```[^`]*```)*[^`]*$|)/);
  return blocks
    .map((block) => block.replace(/^\n+|\n+$/g, ""))
    .filter(Boolean)
    .map((block) => {
      const [, level, title, rest] = /^(#+) ([^\n]+)\n?([^]*)$/.exec(block) ?? [];
      if (level) {
        const heading = `<h${level.length} id="${anchor(title)}">${inline(title)}</h${level.length}>`;
        return rest ? `${heading}\n${html(rest)}` : heading;
      }
      if (block.startsWith("```")) return `<pre tabindex="0"><code>${escaped(block.replace(/^```\w*\n|\n```$/g, ""))}</code></pre>`;
      const lines = block.split("\n");
      if (lines.every((line) => line.startsWith("|"))) {
        const [head, , ...rows] = lines;
        const row = (tag) => (line) => `<tr>${cells(line).map((cell) => (cell === "" ? "<td></td>" : `<${tag}>${cell}</${tag}>`)).join("")}</tr>`;
        return `<div class="wide" tabindex="0"><table><thead>${row("th")(head)}</thead><tbody>${rows.map(row("td")).join("")}</tbody></table></div>`;
      }
      if (/^[-*] /.test(block)) {
        return `<ul>${block.split(/\n(?=[-*] )/).map((item) => `<li>${inline(item.slice(2).replace(/\n\s*/g, " "))}</li>`).join("")}</ul>`;
      }
      const list = lines.findIndex((line) => /^[-*] /.test(line));
      if (list > 0) return `${html(lines.slice(0, list).join("\n"))}\n${html(lines.slice(list).join("\n"))}`;
      return `<p>${inline(lines.join(" "))}</p>`;
    })
    .join("\n");
}
