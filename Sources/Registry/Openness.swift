import JapaneseText
import Model

/// Whether a record says that it turns nobody away (どなたでも): that is a fact, and not one that is missing.
struct Openness {
  /// For their age; false where ages are stated.
  let ages: Bool
  /// For their care level; false where levels are stated.
  let careLevels: Bool

  init(_ listing: Listing) {
    let statesAges = listing.minAge != nil || listing.maxAge != nil
    guard let text = listing.eligibility, !statesAges || listing.careLevels.isEmpty else {
      (ages, careLevels) = (false, false)
      return
    }
    let reading = EligibilityText.read(text)
    ages = !statesAges && reading.isForAllAges
    careLevels = listing.careLevels.isEmpty && reading.isForAllCareLevels
  }
}
