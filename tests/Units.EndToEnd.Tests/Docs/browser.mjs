// Opens a page as far as our pages need it: its elements by id, and EventSource as the HTML standard describes it, made on fetch.
// Prints what the page writes into an element, and ends with the first of it.
// usage: node browser.mjs PAGE
import { readFileSync } from 'node:fs';

class EventSource extends EventTarget {
  #lastEventId = '';
  #retry = 3000;
  #closed = new AbortController();

  constructor(url) {
    super();
    this.#run(url);
  }

  close() {
    this.#closed.abort();
  }

  async #run(url) {
    while (!this.#closed.signal.aborted) {
      try {
        const headers = { accept: 'text/event-stream', ...(this.#lastEventId && { 'Last-Event-ID': this.#lastEventId }) };
        const response = await fetch(url, { headers, signal: this.#closed.signal });
        if (response.status !== 200 || !response.headers.get('content-type').startsWith('text/event-stream')) {
          throw new Error(`${url} answered ${response.status} ${await response.text()}`);
        }
        await this.#read(response.body);
      } catch (error) {
        if (this.#closed.signal.aborted) return;
        console.error(error);
      }
      this.dispatchEvent(new Event('error'));
      await new Promise(resolve => setTimeout(resolve, this.#retry));
    }
  }

  async #read(body) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of body) {
      text += decoder.decode(bytes, { stream: true });
      const events = text.split('\n\n');
      text = events.pop();
      events.forEach(event => this.#dispatch(event));
    }
  }

  #dispatch(lines) {
    let type = 'message';
    const data = [];
    for (const line of lines.split('\n')) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (field === 'event') type = value;
      else if (field === 'data') data.push(value);
      else if (field === 'id') this.#lastEventId = value;
      else if (field === 'retry') this.#retry = Number(value);
    }
    if (data.length > 0) {
      this.dispatchEvent(Object.assign(new Event(type), { data: data.join('\n'), lastEventId: this.#lastEventId }));
    }
  }
}

const page = readFileSync(process.argv[2], 'utf8');
const script = /<script>([\s\S]*)<\/script>/.exec(page)[1];
const document = {
  getElementById(id) {
    if (!page.includes(`id="${id}"`)) return null;
    return { set textContent(text) { console.log(text); process.exit(0); } };
  },
};
setTimeout(() => { console.error('The page showed nothing for 30 seconds.'); process.exit(1); }, 30_000);
new Function('document', 'EventSource', script)(document, EventSource);
