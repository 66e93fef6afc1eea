//! Which numbered paragraphs run on from one another. A document has many lists of numbers (its
//! paragraphs, quoted texts, tables); only a run that a reader would call one is told of.

use super::Paragraph;

/// The fewest paragraphs that make a run.
const SHORTEST: usize = 5;

/// The widest gap that is still one, in numbers.
const WIDEST_GAP: u32 = 3;

/// Gives every paragraph of a sound run the number of the run, from 0.
pub(super) fn runs(paragraphs: &mut [Paragraph]) {
    let mut open: Option<Run> = None;
    let mut all: Vec<Run> = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let Some(number) = paragraph.number.as_ref().map(|number| number.value) else {
            continue;
        };
        match &mut open {
            Some(run) if run.annex == paragraph.annex && run.takes(number) => {
                run.members.push((index, number));
            }
            _ if number == 1 => {
                all.extend(open.replace(Run {
                    annex: paragraph.annex,
                    members: vec![(index, number)],
                    stray: 0,
                }));
            }
            Some(run) if run.annex == paragraph.annex => run.stray += 1,
            _ => {}
        }
    }
    all.extend(open);
    for (number, run) in all.iter().filter(|run| run.is_sound()).enumerate() {
        for (index, _) in &run.members {
            paragraphs[*index].run = Some(number);
        }
    }
}

/// Paragraphs whose numbers go on from 1, with narrow gaps.
struct Run {
    annex: Option<usize>,
    /// The paragraphs and their numbers.
    members: Vec<(usize, u32)>,
    /// How many numbers between them belong to no run.
    stray: usize,
}

impl Run {
    fn takes(&self, number: u32) -> bool {
        let last = self.members.last().map_or(0, |(_, last)| *last);
        number > last && number - last <= WIDEST_GAP
    }

    /// A conversion that loses many numbers says nothing of each; nor does a list mixed up with
    /// others, nor a gap near the end, behind which the list may be another one.
    fn is_sound(&self) -> bool {
        let gaps: Vec<usize> = (1..self.members.len())
            .filter(|at| self.members[*at].1 != self.members[at - 1].1 + 1)
            .collect();
        self.members.len() >= SHORTEST
            && self.stray == 0
            && gaps.len() * 8 <= self.members.len().max(8)
            && gaps
                .iter()
                .all(|gap| *gap >= 2 && gap + 1 < self.members.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    /// The numbers of the paragraphs that are in a run, for a text of so numbered paragraphs.
    fn in_runs(numbers: &[u32]) -> Vec<u32> {
        let paragraphs: Vec<String> = numbers
            .iter()
            .map(|number| format!("{number}. The valley was dry, and no rain fell.\n"))
            .collect();
        let text = format!(
            "A/78/284\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n7 August 2023\n\
             Original: English\n\nReport of the Secretary-General\n\n{}",
            paragraphs.join("\n")
        );
        let document = crate::read(&Source::new("text", text));
        document
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.run.is_some())
            .filter_map(|paragraph| Some(paragraph.number.as_ref()?.value))
            .collect()
    }

    #[test]
    fn what_is_a_run() {
        assert_eq!(in_runs(&[1, 2, 3, 4, 5, 6]), [1, 2, 3, 4, 5, 6]);
        assert_eq!(in_runs(&[1, 2, 3, 5, 6, 7]), [1, 2, 3, 5, 6, 7]);
        assert_eq!(in_runs(&[1, 2, 3]), [0_u32; 0]);
        assert_eq!(in_runs(&[1, 2, 3, 4, 6]), [0_u32; 0]);
        assert_eq!(in_runs(&[1, 3, 4, 6, 7, 9, 10]), [0_u32; 0]);
        assert_eq!(in_runs(&[1, 2, 3, 40, 4, 5, 6]), [0_u32; 0]);
        assert_eq!(in_runs(&[3, 4, 5, 6, 7]), [0_u32; 0]);
    }
}
