// A browser without the clipboard interface: an old one, or a page without https.
Object.defineProperty(navigator, 'clipboard', { value: undefined });
