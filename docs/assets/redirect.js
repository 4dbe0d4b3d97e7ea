// At an old address of a source or a name: go on to the new one, and to the same place in it. Without a script the page
// leads on by itself, to its beginning.
const { to } = document.currentScript.dataset;
location.replace(to.includes("#") ? to : to + location.hash);
