//! The lines of a tree.

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
    pub(crate) fn over(title: &str, children: impl Iterator<Item = Branch>) -> Branch {
        let children: Vec<_> = children.collect();
        let text = if children.is_empty() { format!("{title}: none") } else { title.to_owned() };
        Branch { text, children }
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
    use super::Branch;

    #[test]
    fn lines() {
        let mut root = Branch::new("root");
        root.grow(Branch::over("first", ["a", "b"].map(Branch::new).into_iter()));
        root.grow(Branch::over("last", [Branch::new("c")].into_iter()));
        root.grow(Branch::over("bare", std::iter::empty()));
        assert_eq!(root.render(), "root\n├─ first\n│  ├─ a\n│  └─ b\n├─ last\n│  └─ c\n└─ bare: none\n");
    }
}
