// At the old address of a renamed source: go on to the new one, and to the same place in it. Without a script the page
// leads on by itself, to its beginning.
location.replace(document.currentScript.dataset.to + location.hash);
