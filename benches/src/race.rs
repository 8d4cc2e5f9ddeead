//! Contenders side by side.

use comfy_table::{CellAlignment, Table, presets::ASCII_MARKDOWN};
use std::fmt::Debug;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// One way to get the answer.
pub struct Contender<'c, A> {
    name: &'static str,
    work: Box<dyn FnMut() -> A + 'c>,
}

/// A contender by name.
pub fn contender<'c, A>(name: &'static str, work: impl FnMut() -> A + 'c) -> Contender<'c, A> {
    Contender { name, work: Box::new(work) }
}

/// How long one turn lasts at least.
const TURN: Duration = Duration::from_millis(4);

/// Times the contenders in turns and prints a table; the first is ours. `per` is how many of `unit` one call handles.
pub fn race<A: PartialEq + Debug>(title: &str, rounds: usize, per: f64, unit: &str, contenders: Vec<Contender<'_, A>>) {
    race_apart(title, rounds, per, unit, contenders, Vec::new());
}

/// As [`race`], with bystanders whose answers are of another kind: the limit of memory, say.
pub fn race_apart<A: PartialEq + Debug>(
    title: &str,
    rounds: usize,
    per: f64,
    unit: &str,
    mut contenders: Vec<Contender<'_, A>>,
    mut bystanders: Vec<Contender<'_, u64>>,
) {
    let answer = (contenders[0].work)();
    for contender in &mut contenders {
        assert_eq!((contender.work)(), answer, "{title}: {} answers differently", contender.name);
    }
    let names: Vec<_> = contenders.iter().map(|c| c.name).chain(bystanders.iter().map(|b| b.name)).collect();
    let mut calls: Vec<u32> = Vec::new();
    calls.extend(contenders.iter_mut().map(|c| calibrate(&mut c.work)));
    calls.extend(bystanders.iter_mut().map(|b| calibrate(&mut b.work)));
    let mut times: Vec<Vec<f64>> = vec![Vec::with_capacity(rounds); names.len()];
    for _ in 0..rounds {
        let mut turn = 0;
        for contender in &mut contenders {
            times[turn].push(time(calls[turn], &mut contender.work));
            turn += 1;
        }
        for bystander in &mut bystanders {
            times[turn].push(time(calls[turn], &mut bystander.work));
            turn += 1;
        }
    }
    print(title, per, unit, &names, &times);
}

fn calibrate<A>(work: &mut dyn FnMut() -> A) -> u32 {
    let mut calls = 1;
    loop {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(work());
        }
        if start.elapsed() >= TURN || calls >= 1 << 24 {
            return calls;
        }
        calls *= 2;
    }
}

/// Nanoseconds a call.
fn time<A>(calls: u32, work: &mut dyn FnMut() -> A) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(work());
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn print(title: &str, per: f64, unit: &str, names: &[&str], times: &[Vec<f64>]) {
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN);
    table.set_header([title, &format!("ns/{unit}"), "GB/s or G/s", "time, ours = 1"]);
    for (name, own) in names.iter().zip(times) {
        // the ratio of each round, for what slows one contender in a round mostly slows the others too
        let mut ratios: Vec<f64> = own.iter().zip(&times[0]).map(|(own, ours)| own / ours).collect();
        let call = median(&mut own.clone());
        let ratio = median(&mut ratios);
        table.add_row([(*name).to_string(), figure(call / per), figure(per / call), format!("{ratio:.2}")]);
    }
    for column in 1..4 {
        if let Some(column) = table.column_mut(column) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    println!("{table}\n");
}

fn figure(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}
