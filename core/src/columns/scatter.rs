//! Groups as a column of dense group numbers beside the codes.

use super::ColumnError;
use super::codes::check;
use crate::vocabulary::Resolution;

/// The result of each group (R2), where row `i` belongs to group `group_index[i]`, in any order; a group without
/// rows is `INITIAL`.
///
/// Writes a code for each group into `results`, whose length is the number of groups. Linear; everything is checked
/// before anything is written.
///
/// # Errors
/// [`ColumnError`], naming the row if it is in one.
///
/// ```
/// use oz_status::group_results_by;
/// let mut results = [0; 3];
/// group_results_by(&[1, 3, 5], &[2, 0, 2], &mut results)?;
/// assert_eq!(results, [3, 6, 5]);
/// # Ok::<(), oz_status::ColumnError>(())
/// ```
pub fn group_results_by(codes: &[u8], group_index: &[u32], results: &mut [u8]) -> Result<(), ColumnError> {
    if codes.len() != group_index.len() {
        return Err(ColumnError::LengthMismatch { expected: codes.len(), found: group_index.len() });
    }
    let greatest = group_index.iter().fold(0, |greatest: u32, &group| greatest.max(group));
    let fits = |group: u32| usize::try_from(group).is_ok_and(|group| group < results.len());
    if !group_index.is_empty() && !fits(greatest) {
        let wrong = group_index.iter().enumerate().find(|(_, group)| !fits(**group));
        let (row, found) = wrong.map_or((0, greatest), |(row, &group)| (row, group));
        return Err(ColumnError::BadGroup { row, found });
    }
    check(codes)?;
    results.fill(0);
    for (&code, &group) in codes.iter().zip(group_index) {
        if let Some(result) = usize::try_from(group).ok().and_then(|group| results.get_mut(group)) {
            *result = code.max(*result);
        }
    }
    for result in results.iter_mut() {
        *result = if *result == 0 { Resolution::Initial.code() } else { *result };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_gets_its_worst_wherever_its_rows_stand() {
        let mut results = [9; 4];
        assert_eq!(group_results_by(&[1, 3, 2, 1, 5], &[0, 2, 0, 3, 2], &mut results), Ok(()));
        assert_eq!(results, [2, 6, 5, 1]);
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_written() {
        let mut results = [9, 9];
        assert_eq!(
            group_results_by(&[1, 1, 1], &[0, 2, 9], &mut results),
            Err(ColumnError::BadGroup { row: 1, found: 2 })
        );
        assert_eq!(
            group_results_by(&[1], &[0, 1], &mut results),
            Err(ColumnError::LengthMismatch { expected: 1, found: 2 })
        );
        assert_eq!(
            group_results_by(&[1, 0], &[0, 1], &mut results),
            Err(ColumnError::UnknownCode { row: 1, found: 0 })
        );
        assert_eq!(results, [9, 9]);
        assert_eq!(group_results_by(&[], &[], &mut results), Ok(()));
        assert_eq!(results, [6, 6]);
        assert_eq!(group_results_by(&[], &[], &mut []), Ok(()));
        assert_eq!(group_results_by(&[1], &[0], &mut []), Err(ColumnError::BadGroup { row: 0, found: 0 }));
    }
}
