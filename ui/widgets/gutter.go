package widgets

// EditorGutter is the width at the left of an Editor's text, before scaling: what stands over the text is set in by it.
const EditorGutter = gutter
