//! The lines of a tree.

/// How many lines of one kind a tree shows: it is for people.
pub(super) const MOST: usize = 100;

/// What is said of the rest.
pub(super) fn and_more(count: usize) -> Option<String> {
    let more = count.checked_sub(MOST).filter(|&more| more > 0)?;
    Some(format!("… and {more} more: --format json has all"))
}

/// A line, and what hangs from it.
#[derive(Debug)]
pub(crate) struct Branch {
    text: String,
    children: Vec<Branch>,
}

impl Branch {
    pub(crate) fn new(text: impl Into<String>) -> Branch {
        Branch { text: text.into(), children: Vec::new() }
    }

    /// A branch that says of itself if it is bare.
    pub(crate) fn over(title: &str, children: impl ExactSizeIterator<Item = Branch>) -> Branch {
        let text = if children.len() == 0 { format!("{title}: none") } else { title.to_owned() };
        let mut branch = Branch::new(text);
        branch.grow_some(children);
        branch
    }

    /// As many as people read.
    pub(crate) fn grow_some(&mut self, children: impl ExactSizeIterator<Item = Branch>) {
        let count = children.len();
        self.children.extend(children.take(MOST));
        self.children.extend(and_more(count).map(Branch::new));
    }

    pub(crate) fn grow(&mut self, child: Branch) {
        self.children.push(child);
    }

    pub(crate) fn push(&mut self, text: impl Into<String>) {
        self.grow(Branch::new(text));
    }

    pub(crate) fn render(&self) -> String {
        let mut lines = format!("{}\n", self.text);
        self.render_children("", &mut lines);
        lines
    }

    fn render_children(&self, indent: &str, lines: &mut String) {
        let Some((last, others)) = self.children.split_last() else { return };
        for (child, branch, below) in others.iter().map(|child| (child, "├─ ", "│  ")).chain([(last, "└─ ", "   ")])
        {
            lines.extend([indent, branch, &child.text, "\n"]);
            child.render_children(&format!("{indent}{below}"), lines);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Branch, MOST};

    #[test]
    fn lines() {
        let mut root = Branch::new("root");
        root.grow(Branch::over("first", ["a", "b"].map(Branch::new).into_iter()));
        root.grow(Branch::over("last", [Branch::new("c")].into_iter()));
        root.grow(Branch::over("bare", std::iter::empty()));
        let many = Branch::over("many", (0..MOST + 7).map(|i| Branch::new(i.to_string()))).render();
        assert_eq!(many.lines().count(), MOST + 2);
        assert!(many.ends_with("└─ … and 7 more: --format json has all\n"));
        assert_eq!(Branch::over("all", (0..MOST).map(|_| Branch::new(""))).render().lines().count(), MOST + 1);
        assert_eq!(root.render(), "root\n├─ first\n│  ├─ a\n│  └─ b\n├─ last\n│  └─ c\n└─ bare: none\n");
    }
}
