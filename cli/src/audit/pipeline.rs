//! Reader, judges, and their reports in turn.

use super::budget::Budget;
use super::judge::{Judge, Report};
use super::lines::{Chunks, Placed};
use crate::exit::Failure;
use crate::input::Source;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// Bytes of input under way at once, unless a single line is longer.
const UNDER_WAY: usize = 4 << 20;

/// Chunks that may wait for a judge, and reports that may wait for the output.
const QUEUE: usize = 2;

/// Judges: never fewer than two, and more than eight are not fed by one reader.
const JUDGES: std::ops::RangeInclusive<usize> = 2..=8;

/// Chunks are dealt to the judges in turn and reports are taken in turn.
#[derive(Debug)]
pub(crate) struct Pipeline {
    reader: Option<JoinHandle<Result<u64, Failure>>>,
    judges: Vec<(Receiver<Report>, Option<JoinHandle<()>>)>,
    budget: Arc<Budget>,
    taken: u64,
    turn: usize,
}

impl Pipeline {
    pub(crate) fn start(sources: &Arc<[Source]>, judge: Judge) -> Result<Pipeline, Failure> {
        let cannot = |error| Failure::new("cannot start a thread", error);
        let available = thread::available_parallelism().map_or(0, usize::from);
        let budget = Arc::new(Budget::new(UNDER_WAY));
        let judge = Arc::new(judge);
        let (mut hands, mut judges) = (Vec::new(), Vec::new());
        for _ in 0..available.clamp(*JUDGES.start(), *JUDGES.end()) {
            let (hand, dealt) = sync_channel(QUEUE);
            let (report, reports) = sync_channel(QUEUE);
            let judge = Arc::clone(&judge);
            let thread = thread::Builder::new().name("judge".into()).spawn(move || work(&judge, &dealt, &report));
            hands.push(hand);
            judges.push((reports, Some(thread.map_err(cannot)?)));
        }
        let max_line = judge.max_line;
        let (sources, reader_budget) = (Arc::clone(sources), Arc::clone(&budget));
        let reader = thread::Builder::new().name("reader".into());
        let reader = reader.spawn(move || deal(&sources, max_line, &reader_budget, &hands)).map_err(cannot)?;
        Ok(Pipeline { reader: Some(reader), judges, budget, taken: 0, turn: 0 })
    }

    /// The next report, in the order of the input; none when all of the input is judged.
    pub(crate) fn next(&mut self) -> Result<Option<Report>, Failure> {
        let judges = self.judges.len();
        let Some((reports, thread)) = self.judges.get_mut(self.turn) else { return Ok(None) };
        if let Ok(report) = reports.recv() {
            self.taken = self.taken.saturating_add(1);
            self.turn = self.turn.saturating_add(1).checked_rem(judges).unwrap_or(0);
            return Ok(Some(report));
        }
        // This judge has ended. A judge that broke down must not be taken for the end of the input; and one that ended
        // did so because the reader did.
        let lost = || Failure::new("internal error", "not every line was judged");
        thread.take().map_or(Ok(()), JoinHandle::join).map_err(|_| lost())?;
        let Some(reader) = self.reader.take() else { return Ok(None) };
        let dealt = reader.join().map_err(|_| lost())??;
        if dealt == self.taken { Ok(None) } else { Err(lost()) }
    }

    /// Makes room for more, once a report is done with.
    pub(crate) fn release(&self, report: &Report) {
        self.budget.release(report.held);
    }
}

type Dealt = (usize, Placed);

/// Reads all sources, and says how many chunks they had.
fn deal(sources: &[Source], max_line: usize, budget: &Budget, hands: &[SyncSender<Dealt>]) -> Result<u64, Failure> {
    let mut hands = hands.iter().cycle();
    let mut dealt = 0_u64;
    for (index, source) in sources.iter().enumerate() {
        let failed = |error| Failure::new(source, error);
        let mut chunks = Chunks::new(source.open().map_err(failed)?, max_line);
        while let Some(placed) = chunks.next().map_err(failed)? {
            budget.acquire(placed.chunk.held());
            let sent = hands.next().is_some_and(|hand| hand.send((index, placed)).is_ok());
            dealt = dealt.saturating_add(1);
            if !sent {
                // a judge broke down; who takes the reports sees that too
                return Ok(dealt);
            }
        }
    }
    Ok(dealt)
}

fn work(judge: &Judge, dealt: &Receiver<Dealt>, reports: &SyncSender<Report>) {
    for (source, placed) in dealt {
        if reports.send(judge.judge(source, placed)).is_err() {
            return;
        }
    }
}
