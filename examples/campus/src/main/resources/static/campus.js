// The editor of the workbench: numbers of lines, marks at those with remarks, and the remark of the
// line that the cursor is in. Without this script the remarks are a list below the text.
(() => {
  const text = document.getElementById('text');
  const gutter = document.getElementById('gutter');
  const here = document.getElementById('here');
  if (!text || !gutter || !here) return;

  const remarks = () => [...document.querySelectorAll('#problems li[data-line]')];
  const lineOf = position => text.value.slice(0, position).split('\n').length;

  const number = () => {
    const marked = new Set(remarks().map(each => Number(each.dataset.line)));
    const lines = text.value.split('\n').length;
    gutter.replaceChildren(...Array.from({length: lines}, (_, i) => {
      const line = document.createElement('span');
      line.textContent = `${i + 1}\n`;
      if (marked.has(i + 1)) line.className = 'marked';
      return line;
    }));
    gutter.scrollTop = text.scrollTop;
  };

  const tell = () => {
    const line = lineOf(text.selectionStart);
    const found = remarks()
      .filter(each => Number(each.dataset.line) === line)
      .map(each => each.querySelector('.message').textContent);
    const told = found.length ? `Line ${line}: ${found.join('. ')}` : '';
    if (here.textContent !== told) here.textContent = told;
  };

  const go = (line, column) => {
    const before = text.value.split('\n').slice(0, line - 1).join('\n');
    const position = Math.min(text.value.length, before.length + (line > 1 ? 1 : 0) + column - 1);
    text.focus();
    text.setSelectionRange(position, position);
    const height = text.scrollHeight / text.value.split('\n').length;
    text.scrollTop = Math.max(0, (line - 5) * height);
    tell();
  };

  text.addEventListener('scroll', () => { gutter.scrollTop = text.scrollTop; });
  text.addEventListener('input', number);
  ['keyup', 'click', 'focus'].forEach(event => text.addEventListener(event, tell));
  document.addEventListener('click', event => {
    const remark = event.target.closest('#problems li[data-line] button');
    if (remark) {
      const {line, column} = remark.closest('li').dataset;
      go(Number(line), Number(column));
    }
  });
  document.body.addEventListener('htmx:oobAfterSwap', () => { number(); tell(); });
  number();
})();
