/** Script of the reader page, in the JavaScript of 2009 (ES5): it must run in the browser of an old PC. Texts are set as text, never as markup. */
export const readerScript = `
(function () {
  'use strict';
  var data = JSON.parse(byId('data').textContent);
  var reports = data.reports, texts = data.texts;
  var rows = [], plain = [], terms = [], open = -1, waiting = null, here = -1;

  function byId(id) { return document.getElementById(id); }
  function fill(text, places) {
    return text.replace(/\\{(\\w+)\\|([^}]*)\\}/g, function (all, key, otherwise) { return places[key] === undefined ? otherwise : String(places[key]); });
  }
  function put(parent, tag, text, name) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text) marked(node, text);
    parent.appendChild(node);
    return node;
  }
  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); }

  /* The text, with the words that were searched for marked. */
  function marked(node, text) {
    var low = fold(text), at = 0;
    if (low.length !== text.length) { node.appendChild(document.createTextNode(text)); return; }
    while (at < text.length) {
      var best = -1, size = 0;
      for (var i = 0; i < terms.length; i += 1) {
        var found = low.indexOf(terms[i], at);
        if (found >= 0 && (best < 0 || found < best || (found === best && terms[i].length > size))) { best = found; size = terms[i].length; }
      }
      if (best < 0) break;
      if (best > at) node.appendChild(document.createTextNode(text.slice(at, best)));
      var mark = document.createElement('mark');
      mark.appendChild(document.createTextNode(text.slice(best, best + size)));
      node.appendChild(mark);
      at = best + size;
    }
    if (at < text.length) node.appendChild(document.createTextNode(text.slice(at)));
  }
  function fold(text) { return text.toLowerCase(); }

  function cellText(cell) { return typeof cell === 'string' ? cell : cell[0]; }
  function plainOf(index) {
    if (plain[index] === undefined) {
      var report = reports[index], parts = [report.title, report.number, report.responsible, report.date, report.note];
      for (var i = 0; i < report.lines.length; i += 1) {
        var line = report.lines[i];
        if (line[0] === 'g') for (var r = 0; r < line[1].length; r += 1) parts.push(line[1][r].map(cellText).join(' '));
        else parts.push((line[2] || '') + line[1]);
      }
      var text = parts.join('\\n');
      plain[index] = { text: text, low: fold(text) };
    }
    return plain[index];
  }

  function search() {
    var query = fold(byId('query').value).split(/[\\s\\u3000]+/), found = 0;
    terms = query.filter(function (term) { return term !== ''; });
    for (var i = 0; i < reports.length; i += 1) {
      var hit = terms.length === 0 || matches(i);
      rows[i].hidden = !hit;
      var hint = rows[i].getElementsByTagName('i')[0];
      empty(hint);
      if (hit) { found += 1; if (terms.length > 0 && found <= 200) snippet(hint, i); }
    }
    byId('count').textContent = terms.length === 0 ? fill(texts.all, { count: reports.length }) : fill(texts.found, { found: found, count: reports.length });
    byId('none').hidden = found > 0;
    if (open >= 0) show(open, false);
  }
  function matches(index) {
    var low = plainOf(index).low;
    for (var i = 0; i < terms.length; i += 1) if (low.indexOf(terms[i]) < 0) return false;
    return true;
  }
  function snippet(node, index) {
    var all = plainOf(index), at = all.low.indexOf(terms[0], reports[index].title.length);
    if (at < 0) return;
    var start = Math.max(all.text.lastIndexOf('\\n', at) + 1, at - 18), end = all.text.indexOf('\\n', at);
    if (end < 0) end = all.text.length;
    marked(node, (start > 0 && all.text.charAt(start - 1) !== '\\n' ? '\\u2026' : '') + all.text.slice(start, Math.min(end, start + 60)));
  }

  function show(index, isNew) {
    var report = reports[index], article = byId('report');
    open = index; here = -1;
    empty(article);
    bar(article);
    facts(article, report);
    var paper = put(article, 'div', '', ''), isSigned = false;
    paper.id = 'paper';
    for (var i = 0; i < report.lines.length; i += 1) {
      var line = report.lines[i], role = line[0];
      if (role === 'g') { table(paper, line[1]); continue; }
      var isFirstSign = role === 's' && !isSigned;
      isSigned = role === 's';
      if (role === 't') { put(paper, 'h1', line[1], ''); continue; }
      var node = put(paper, 'p', '', 'k' + role + (isFirstSign ? ' sign' : ''));
      if (line[2]) put(node, 'span', line[2], 'lead');
      marked(node, line[1]);
    }
    article.hidden = false;
    byId('choose').hidden = true;
    document.body.className = 'reading';
    for (var r = 0; r < rows.length; r += 1) rows[r].className = r === index ? 'on' : '';
    document.title = report.title;
    count();
    if (isNew) { window.scrollTo(0, 0); byId('main').focus(); }
  }
  function bar(article) {
    var box = put(article, 'div', '', '');
    box.id = 'bar';
    button(box, texts.back, 'back', function () { location.hash = ''; });
    button(box, texts.print, 'print', function () { window.print(); });
    var next = button(box, texts.next, 'next', step), hits = put(box, 'span', '', '');
    hits.id = 'hits';
    next.hidden = true;
  }
  function button(box, text, id, run) {
    var node = put(box, 'button', '', '');
    node.type = 'button'; node.id = id; node.textContent = text; node.onclick = run;
    return node;
  }
  function count() {
    var marks = byId('paper').getElementsByTagName('mark').length;
    byId('next').hidden = marks === 0;
    byId('hits').textContent = marks === 0 ? '' : fill(texts.hits, { count: marks });
  }
  function step() {
    var marks = byId('paper').getElementsByTagName('mark');
    if (here >= 0 && marks[here]) marks[here].className = '';
    here = (here + 1) % marks.length;
    marks[here].className = 'here';
    window.scrollTo(0, marks[here].getBoundingClientRect().top + (window.pageYOffset || 0) - window.innerHeight / 3);
  }
  function facts(article, report) {
    var list = put(article, 'dl', '', ''), names = texts.fields;
    list.id = 'facts';
    fact(list, names.number, report.number);
    fact(list, names.responsible, report.responsible);
    fact(list, names.date, report.date);
    fact(list, names.retention, report.retention);
    fact(list, names.pages, report.pages === null ? '' : fill(texts.pageUnit, { count: report.pages }));
    fact(list, names.filedAt, report.filedAt);
    fact(list, names.note, report.note);
    var files = put(list, 'div', '', 'files');
    files.appendChild(document.createElement('dt')).textContent = names.files;
    var links = files.appendChild(document.createElement('dd'));
    for (var i = 0; i < report.files.length; i += 1) {
      var link = links.appendChild(document.createElement('a'));
      link.href = report.folder + '/' + report.files[i];
      link.textContent = texts.formats[report.files[i]] || report.files[i];
    }
  }
  function fact(list, name, value) {
    if (!value) return;
    var box = put(list, 'div', '', '');
    box.appendChild(document.createElement('dt')).textContent = name;
    marked(box.appendChild(document.createElement('dd')), value);
  }
  function table(paper, lines) {
    var body = put(put(paper, 'table', '', ''), 'tbody', '', '');
    for (var r = 0; r < lines.length; r += 1) {
      var row = put(body, 'tr', '', '');
      for (var c = 0; c < lines[r].length; c += 1) {
        var cell = lines[r][c], node = put(row, 'td', cellText(cell), '');
        if (typeof cell !== 'string') { node.rowSpan = cell[1]; node.colSpan = cell[2]; }
      }
    }
  }
  function close() {
    var last = open;
    open = -1;
    byId('report').hidden = true;
    byId('choose').hidden = false;
    document.body.className = '';
    if (last >= 0) { rows[last].className = ''; rows[last].firstChild.focus(); }
  }
  function follow() {
    var match = /^#r(\\d+)$/.exec(location.hash), index = match ? Number(match[1]) : -1;
    if (index >= 0 && index < reports.length) show(index, true); else close();
  }

  for (var i = 0; i < reports.length; i += 1) {
    rows.push(byId('r' + i));
    rows[i].firstChild.href = '#r' + i;
    rows[i].removeAttribute('id');
  }
  byId('find').hidden = false;
  byId('query').oninput = function () { if (waiting) clearTimeout(waiting); waiting = setTimeout(search, 150); };
  window.onhashchange = follow;
  if (location.hash) follow();
}());
`
