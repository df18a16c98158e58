(() => {
  'use strict';
  const root = document.documentElement;
  const cellBox = document.getElementById('cell-origin');
  const NUMBER = '.n, td[data-o]';
  let shown = null;
  let closing = 0;
  root.classList.add('js');

  /* What scrolls would cut off a box within it. */
  const boxOf = number => {
    if (number.matches('.n') && !number.closest('.scroll')) {
      return number.nextElementSibling;
    }
    if (number.matches('.n')) {
      cellBox.replaceChildren(...number.nextElementSibling.cloneNode(true).childNodes);
    } else {
      const cell = document.createElement('span');
      cell.className = 'cell';
      cell.textContent = number.closest('.sheet').querySelector('.tab').textContent + '!' + number.dataset.o;
      cellBox.replaceChildren(number.dataset.w, cell);
    }
    return cellBox;
  };

  function close() {
    clearTimeout(closing);
    if (shown) {
      shown.box.classList.remove('open');
      if (shown.number.matches('td')) {
        shown.number.removeAttribute('aria-describedby');
      }
      shown = null;
    }
  }

  /* Below the number, or above where there is no room; never beyond the edges. */
  function show(number) {
    clearTimeout(closing);
    if (root.classList.contains('plain') || shown && shown.number === number) {
      return;
    }
    close();
    const box = boxOf(number);
    shown = {number, box};
    if (number.matches('td')) {
      number.setAttribute('aria-describedby', box.id);
    }
    box.style.left = box.style.top = '0';
    box.classList.add('open');
    const at = number.getClientRects().item(0);
    const size = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, root.clientWidth - size.width - 8));
    const below = at.bottom + size.height + 8 < window.innerHeight || at.top < size.height + 8;
    box.style.left = left + window.scrollX + 'px';
    box.style.top = (below ? at.bottom + 3 : at.top - size.height - 3) + window.scrollY + 'px';
  }

  const numberAt = event => event.target instanceof Element ? event.target.closest(NUMBER) : null;
  const inBox = event => shown && event.target instanceof Node && shown.box.contains(event.target);

  document.addEventListener('focusin', event => numberAt(event) ? show(numberAt(event)) : close());
  document.addEventListener('focusout', close);
  document.addEventListener('mouseover', event => {
    if (numberAt(event)) {
      show(numberAt(event));
    } else if (inBox(event)) {
      clearTimeout(closing);
    } else if (shown && shown.number !== document.activeElement) {
      clearTimeout(closing);
      closing = setTimeout(close, 250);
    }
  });
  document.addEventListener('click', event => {
    const number = numberAt(event);
    if (number) {
      if (number.matches('td')) {
        reach(number);
      }
      show(number);
    }
  });

  /* One tab stop for each table; arrow keys go from number to number. */
  const numbers = row => Array.from(row.querySelectorAll('td[data-o]'));
  const first = table => table.querySelector('td[data-o]');

  function reach(cell) {
    const table = cell.closest('table');
    table.querySelectorAll('td[tabindex]').forEach(other => other.removeAttribute('tabindex'));
    cell.tabIndex = 0;
    cell.focus();
  }

  function step(cell, key, wholeTable) {
    const all = numbers(cell.closest('table'));
    const row = numbers(cell.parentNode);
    const within = wholeTable ? all : row;
    switch (key) {
      case 'ArrowLeft': return all.at(Math.max(0, all.indexOf(cell) - 1));
      case 'ArrowRight': return all.at(Math.min(all.length - 1, all.indexOf(cell) + 1));
      case 'Home': return within.at(0);
      case 'End': return within.at(-1);
      default: {
        const lines = Array.from(cell.closest('table').rows).filter(line => numbers(line).length > 0);
        const line = lines.indexOf(cell.parentNode) + (key === 'ArrowUp' ? -1 : 1);
        if (line < 0 || line >= lines.length) {
          return cell;
        }
        const place = cell.getBoundingClientRect().right;
        const distance = other => Math.abs(other.getBoundingClientRect().right - place);
        return numbers(lines.at(line)).reduce((best, other) => distance(other) < distance(best) ? other : best);
      }
    }
  }

  document.addEventListener('keydown', event => {
    const number = numberAt(event);
    if (event.key === 'Escape') {
      close();
    } else if (number && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      shown ? close() : show(number);
    } else if (number && number.matches('td') && /^(Arrow|Home|End)/.test(event.key)) {
      event.preventDefault();
      reach(step(number, event.key, event.ctrlKey));
    }
  });

  function stops(on) {
    document.querySelectorAll('.n').forEach(number => {
      number.tabIndex = on ? 0 : -1;
    });
    document.querySelectorAll('table').forEach(table => {
      table.querySelectorAll('td[tabindex]').forEach(cell => cell.removeAttribute('tabindex'));
      if (on && first(table)) {
        first(table).tabIndex = 0;
      }
    });
  }

  const origins = document.getElementById('origins');
  origins.hidden = false;
  origins.addEventListener('click', () => {
    const on = root.classList.toggle('plain') === false;
    origins.setAttribute('aria-pressed', String(on));
    close();
    stops(on);
  });
  stops(true);

  /* The office also wants to know the cells of its workbook. */
  const office = document.getElementById('office');
  office.hidden = false;
  office.addEventListener('click', () =>
    office.setAttribute('aria-pressed', String(root.classList.toggle('office'))));

  /* A table that fits scrolls with the page, and its head stays in the window. */
  const fitTables = () => document.querySelectorAll('.scroll').forEach(box => {
    box.classList.remove('fits');
    box.classList.toggle('fits', box.scrollWidth <= box.clientWidth);
  });
  addEventListener('resize', fitTables);
  document.addEventListener('toggle', fitTables, true);

  /* The contents: open where they stand beside the text, and they know where the reader is. */
  const contents = document.getElementById('contents');
  const wide = matchMedia('(min-width: 64rem)');
  const fit = () => {
    contents.open = wide.matches;
  };
  wide.addEventListener('change', fit);
  fit();
  fitTables();
  const links = Array.from(contents.querySelectorAll('a'));
  const headings = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const mark = () => {
    waiting = false;
    let here = -1;
    headings.forEach((heading, i) => {
      if (heading.getBoundingClientRect().top < window.innerHeight / 3) {
        here = i;
      }
    });
    links.forEach((link, i) => i === here ? link.setAttribute('aria-current', 'location') : link.removeAttribute('aria-current'));
    if (here >= 0 && wide.matches) {
      const at = links.at(here).getBoundingClientRect();
      const frame = contents.getBoundingClientRect();
      contents.scrollTop += Math.min(0, at.top - frame.top) + Math.max(0, at.bottom - frame.bottom);
    }
  };
  document.addEventListener('scroll', () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(mark);
    }
  }, {passive: true});
  mark();

  /* Finds a word or a number in text and tables; a number also without its commas, and across what it is marked up with. */
  const search = document.getElementById('search');
  const field = document.getElementById('find');
  const found = document.getElementById('found');
  const buttons = ['before', 'next', 'there'].map(id => document.getElementById(id));
  const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, td, th, li, summary';
  const IGNORED = '.origin, .unseen, svg, [hidden], .office-only, .cell';
  const canMark = 'highlights' in CSS;
  let texts = null;
  let hits = [];
  let looked = '';
  let here = -1;
  search.hidden = false;

  /* What is compared: half-width, small, without blanks and the commas within numbers; and where each character stands. */
  const plain = (text, at) => {
    Array.from(text.data).reduce((offset, character) => {
      const simple = character.normalize('NFKC').toLowerCase();
      const comma = simple === ',' && /\d/.test(text.data[offset - 1] || '') && /\d/.test(text.data[offset + 1] || '');
      if (!comma && /\S/.test(simple)) {
        Array.from(simple).forEach(one => at.push({one, text, offset, length: character.length}));
      }
      return offset + character.length;
    }, 0);
    return at;
  };

  function read() {
    const blocks = new Map();
    const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const block = walker.currentNode.parentElement.closest(BLOCKS);
      if (block && !walker.currentNode.parentElement.closest(IGNORED)) {
        blocks.set(block, plain(walker.currentNode, blocks.get(block) || []));
      }
    }
    return Array.from(blocks, ([block, at]) => ({block, at, all: at.map(c => c.one).join('')}));
  }

  function look() {
    const asked = plain({data: field.value}, []).map(c => c.one).join('');
    texts = texts || read();
    looked = field.value;
    hits = [];
    here = -1;
    if (asked) {
      texts.forEach(({block, at, all}) => {
        for (let i = all.indexOf(asked); i >= 0; i = all.indexOf(asked, i + asked.length)) {
          const range = document.createRange();
          const end = at[i + asked.length - 1];
          range.setStart(at[i].text, at[i].offset);
          range.setEnd(end.text, end.offset + end.length);
          hits.push({range, block});
        }
      });
    }
    root.classList.toggle('finding', hits.length > 0);
    buttons.forEach(button => {
      button.disabled = hits.length === 0;
    });
    found.textContent = !asked ? '' : hits.length === 0 ? '没有找到。' : '找到 ' + hits.length + ' 处。';
    paint();
  }

  function paint() {
    if (canMark) {
      CSS.highlights.set('hits', new Highlight(...hits.map(hit => hit.range)));
      CSS.highlights.set('here', new Highlight(...hits.slice(here < 0 ? hits.length : here, here + 1).map(hit => hit.range)));
    }
  }

  /* What comes before and after is read out too. */
  function go(by) {
    if (hits.length === 0) {
      return;
    }
    here = here < 0 && by < 0 ? hits.length - 1 : (here + by + hits.length) % hits.length;
    const {range, block} = hits[here];
    for (let closed = block.closest('details:not([open])'); closed; closed = block.closest('details:not([open])')) {
      closed.open = true;
    }
    found.textContent = '第 ' + (here + 1) + ' 处，共 ' + hits.length + ' 处。';
    const words = document.createElement('span');
    words.className = 'unseen';
    words.textContent = Array.from(block.childNodes, node => node.textContent).join('').slice(0, 60);
    found.append(words);
    paint();
    if (!canMark) {
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
    range.startContainer.parentElement.scrollIntoView({block: 'center', inline: 'center'});
  }

  let typing = 0;
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(look, 200);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      clearTimeout(typing);
      if (field.value !== looked) {
        look();
      }
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      field.value = '';
      look();
    }
  });
  buttons[0].addEventListener('click', () => go(-1));
  buttons[1].addEventListener('click', () => go(1));
  buttons[2].addEventListener('click', () => {
    if (here < 0) {
      go(1);
    }
    hits[here].block.tabIndex = -1;
    hits[here].block.focus();
  });
})();
