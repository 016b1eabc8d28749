/*
 * Puts in place what was drawn for a choice of market, model and month, and says the page in
 * Italian. It draws and counts nothing itself. The choice and the language stand in the address
 * after #, so that a page can be opened, or sent, as it was seen.
 */
(function () {
  'use strict';

  const NO_ROW = -1;
  const WITHHELD = -2;
  const DIMENSIONS = ['market', 'model', 'month'];
  const MONTHS = {
    January: 'gennaio', February: 'febbraio', March: 'marzo', April: 'aprile', May: 'maggio',
    June: 'giugno', July: 'luglio', August: 'agosto', September: 'settembre', October: 'ottobre',
    November: 'novembre', December: 'dicembre', Jan: 'gen', Feb: 'feb', Mar: 'mar', Apr: 'apr',
    Jun: 'giu', Jul: 'lug', Aug: 'ago', Sep: 'set', Oct: 'ott', Nov: 'nov', Dec: 'dic'
  };
  const DATE = new RegExp('^(\\d{1,2} )?(' + Object.keys(MONTHS).join('|') + ') (\\d{4})(, .*)?$');
  const NUMBER = /(?<![\w.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?!\d|[.,]\d|[A-Za-z-])/g;

  const json = id => JSON.parse(document.getElementById(id).textContent);

  /** Italian for English: whole texts, and sentences with {0}, {1} in place of what varies. */
  class Phrasebook {
    constructor(phrases) {
      this.whole = new Map(Object.entries(phrases));
      this.known = new Map();
      this.unknown = new Set();
      this.patterns = Object.entries(phrases)
        .filter(([english]) => english.includes('{0}'))
        .map(([english, italian]) => {
          const literal = english.split(/\{\d\}/);
          const escaped = literal.map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
          return {
            begins: literal[0],
            ends: literal[literal.length - 1],
            length: literal.join('').length,
            test: new RegExp('^' + escaped.join('([^]+?)') + '$'),
            order: [...english.matchAll(/\{(\d)\}/g)].map(match => match[1]),
            italian
          };
        })
        .sort((a, b) => b.length - a.length);
    }

    say(english) {
      if (!this.known.has(english)) {
        const italian = this.find(english);
        if (italian === null) {
          this.unknown.add(english);
        }
        this.known.set(english, italian === null ? english : italian);
      }
      return this.known.get(english);
    }

    /** Null where there is no Italian for it: a name from the data. */
    find(text) {
      if (this.whole.has(text)) {
        return this.whole.get(text);
      }
      if (!/[A-Za-z]{2}/.test(text)) {
        return text.replace(NUMBER, number => number.replace(/[.,]/g, c => (c === ',' ? '.' : ',')));
      }
      const date = DATE.exec(text);
      if (date) {
        return (date[1] || '') + MONTHS[date[2]] + ' ' + date[3] + (date[4] || '');
      }
      return this.byPattern(text) ?? this.bySentence(text);
    }

    byPattern(text) {
      for (const pattern of this.patterns) {
        if (text.startsWith(pattern.begins) && text.endsWith(pattern.ends)) {
          const match = pattern.test.exec(text);
          if (match) {
            const values = {};
            pattern.order.forEach((place, i) => (values[place] = this.say(match[i + 1])));
            return pattern.italian.replace(/\{(\d)\}/g, (hole, place) => values[place]);
          }
        }
      }
      return null;
    }

    bySentence(text) {
      const sentences = text.split(/(?<=\.) (?=[A-Z0-9])/);
      if (sentences.length > 1) {
        return sentences.map(sentence => this.say(sentence)).join(' ');
      }
      const named = /^(.+?): (.+?)(\.?)$/.exec(text) || /^([^\d]+) ([\d.,]+)()$/.exec(text);
      if (named) {
        const between = text.slice(named[1].length, named[1].length + 2).includes(':') ? ': ' : ' ';
        return this.say(named[1]) + between + this.say(named[2]) + named[3];
      }
      return null;
    }
  }

  /** Says the page in the language chosen, and back again. */
  class Languages {
    constructor() {
      this.book = new Phrasebook({ ...json('italian'), ...json('labels') });
      this.english = new WeakMap();
      this.buttons = [...document.querySelectorAll('.languages button')];
      this.buttons.forEach(button =>
        button.addEventListener('click', () => choose({ lang: button.dataset.lang })));
    }

    show(language) {
      this.now = language;
      document.documentElement.lang = language;
      this.buttons.forEach(button =>
        button.setAttribute('aria-pressed', String(button.dataset.lang === language)));
      document.title = this.text(document, document.title);
      this.apply(document.body);
    }

    apply(root) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          for (const name of ['aria-label', 'data-label']) {
            if (node.hasAttribute(name)) {
              const own = node.getAttributeNode(name);
              own.value = this.text(own, own.value);
            }
          }
        } else if (!node.parentElement.closest('script, style, .languages, footer')) {
          const said = this.text(node, node.data);
          if (said !== node.data) {
            node.data = said;
          }
        }
      }
    }

    /** What a place says now; its English is kept. */
    text(place, current) {
      if (!this.english.has(place)) {
        if (this.now === 'en' || !current.trim()) {
          return current;
        }
        this.english.set(place, current);
      }
      const english = this.english.get(place);
      const plain = english.trim();
      return this.now === 'en' ? english : english.replace(plain, () => this.book.say(plain));
    }
  }

  /** One piece of the page, with what was drawn of it for each choice. */
  class Part {
    constructor(box) {
      this.box = box;
      this.reach = box.dataset.reach.split(' ').filter(Boolean);
      this.everything = box.innerHTML;
      this.packed = document.querySelector('script[data-part="' + box.dataset.part + '"]');
      this.shown = '';
    }

    async content() {
      if (!this.drawn) {
        const bytes = Uint8Array.from(atob(this.packed.textContent), c => c.charCodeAt(0));
        const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
        this.drawn = new Response(plain).json();
      }
      return this.drawn;
    }

    /** What to put in place for a choice, with the words under its heading. */
    async find(choice) {
      const chosen = DIMENSIONS.filter(name => choice[name]);
      const deaf = chosen.filter(name => !this.reach.includes(name));
      const own = chosen.filter(name => this.reach.includes(name));
      const note = deaf.length
        ? 'Not by ' + deaf.join(' and ') + ': this section shows all of them.'
        : '';
      if (!own.length || !this.packed) {
        return { html: this.everything, note, hasFigures: !chosen.length || !deaf.length };
      }
      const drawn = await this.content();
      const at = drawn.at[placeOf(choice, this.reach)];
      if (at >= 0) {
        return { html: drawn.fragments[at], note, hasFigures: true };
      }
      const silence = at === WITHHELD
        ? 'Withheld: too few persons stand behind this choice, or it would give others away.'
        : 'Nothing is published for this choice.';
      const hint = at === NO_ROW && this.reach.includes('month') && !choice.month
        ? 'Of one market or model this is published month by month: choose a month.'
        : '';
      return { html: null, note, silence, hint, hasFigures: false };
    }

    put(found) {
      const open = [...this.box.querySelectorAll('details')].map(details => details.open);
      this.box.innerHTML = found.html === null ? this.everything : found.html;
      if (found.html === null) {
        this.silent(found);
      }
      if (found.note) {
        this.underHeading('reach', found.note);
      }
      this.box.querySelectorAll('details').forEach((details, i) => (details.open = !!open[i]));
    }

    /** Keeps heading and definition, and says why there is nothing under them. */
    silent(found) {
      const section = this.box.querySelector('section');
      [...section.children]
        .filter(child => !child.matches('h2, .subtitle'))
        .forEach(child => child.remove());
      this.underHeading('silence', found.silence);
      if (found.hint) {
        this.underHeading('silence', found.hint);
      }
    }

    underHeading(name, text) {
      const line = document.createElement('p');
      line.className = name;
      line.textContent = text;
      const after = [...this.box.querySelectorAll('h2, .subtitle, .silence')].pop();
      after.after(line);
    }
  }

  const form = document.querySelector('form.filters');
  const languages = new Languages();
  const parts = [...document.querySelectorAll('.part')].map(box => new Part(box));
  let state = {};
  let turn = 0;

  /** The place of a choice among those of a reach, all first, months fastest. */
  function placeOf(choice, reach) {
    return DIMENSIONS.filter(name => reach.includes(name)).reduce((place, name) => {
      const options = [...form.elements[name].options].map(option => option.value);
      return place * options.length + Math.max(0, options.indexOf(choice[name] || ''));
    }, 0);
  }

  function words(choice) {
    return DIMENSIONS.map(name => form.elements[name])
      .map(select => select.selectedOptions[0].textContent)
      .join(', ');
  }

  async function show(choice) {
    const mine = ++turn;
    DIMENSIONS.forEach(name => (form.elements[name].value = choice[name] || ''));
    const found = await Promise.all(parts.map(part => part.find(choice)));
    if (mine !== turn) {
      return;
    }
    found.forEach((one, i) => parts[i].put(one));
    const isChosen = DIMENSIONS.some(name => choice[name]);
    const followed = found.filter(one => one.hasFigures).length;
    const status = form.querySelector('.status');
    status.textContent = isChosen
      ? words(choice) + '. ' + status.dataset.count
          .replace('{0}', followed).replace('{1}', parts.length)
      : '';
    if (isChosen && languages.now === 'it') {
      status.textContent = words(choice) + '. ' + languages.book.say(
        status.dataset.count.replace('{0}', followed).replace('{1}', parts.length));
    }
    parts.forEach(part => languages.apply(part.box));
  }

  async function follow(next) {
    const before = state;
    state = next;
    const isNewChoice = DIMENSIONS.some(name => (before[name] || '') !== (next[name] || ''));
    if (next.lang !== before.lang) {
      languages.show(next.lang);
    }
    if (form && (isNewChoice || (next.lang !== before.lang && DIMENSIONS.some(n => next[n])))) {
      await show(next);
    }
    document.body.dataset.shown = JSON.stringify(state);
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const next = { lang: asked.get('lang') === 'it' ? 'it' : 'en' };
    DIMENSIONS.forEach(name => {
      const options = form ? [...form.elements[name].options].map(option => option.value) : [];
      next[name] = options.includes(asked.get(name)) ? asked.get(name) : '';
    });
    return next;
  }

  function choose(change) {
    const next = { ...state, ...change };
    const said = new URLSearchParams();
    ['lang', ...DIMENSIONS].forEach(name => {
      if (next[name] && next[name] !== 'en') {
        said.set(name, next[name]);
      }
    });
    history.replaceState(null, '', '#' + said);
    return follow(next);
  }

  document.querySelector('.languages').hidden = false;
  if (form && 'DecompressionStream' in window) {
    form.hidden = false;
    form.addEventListener('submit', event => event.preventDefault());
    form.addEventListener('change', event =>
      choose({ [event.target.name]: event.target.value }));
    form.addEventListener('reset', event => {
      event.preventDefault();
      choose({ market: '', model: '', month: '' });
    });
  }
  window.addEventListener('hashchange', () => follow(fromAddress()));
  window.giro = { unknown: languages.book.unknown };
  state = { lang: 'en' };
  languages.now = 'en';
  follow(fromAddress());
})();
