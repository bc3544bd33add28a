import MatchingKit

/// Everything a plugin can look at, by name, as far as it is not absent.
enum Spy {
  static func facts(_ request: RequestView, _ candidates: [ResourceView]) -> Set<String> {
    var out: Set<String> = []
    func look(_ name: String, _ isThere: Bool) { if isThere { out.insert(name) } }
    look("needs", !request.needs.isEmpty)
    look("age", request.age != nil)
    look("careLevel", request.careLevel != nil)
    look("home", request.home != nil)
    look("area", request.area != nil)
    look("mobility", request.mobility != nil)
    look("free", request.free != nil)
    look("busy", request.busy != nil)
    look("household", request.household != nil)
    look("gender", request.gender != nil)
    look("budget", request.budget != nil)
    look("conditions", !request.conditions.isEmpty)
    look("smartphone", request.smartphone != nil)
    look("interests", !request.interests.isEmpty)
    look("strengths", !request.strengths.isEmpty)
    look("skills", !request.skills.isEmpty)
    look("avoid", !request.avoid.isEmpty)
    look("hasFamiliar", request.hasFamiliar)
    for one in candidates {
      look("categories", !one.categories.isEmpty)
      look("lineages", !one.lineages.isEmpty)
      look("modes", !one.modes.isEmpty)
      look("areas", !one.areas.isEmpty)
      look("coordinate", one.coordinate != nil)
      look("precision", one.precision != nil)
      look("stands", one.area != nil)
      look("schedule", one.schedule != nil)
      look("times", one.times != nil)
      look("costMin", one.costMin != nil)
      look("costPer", one.costPer != nil)
      look("price", one.price != nil)
      look("admission", one.conditions != nil)
      look("capacity", one.capacity != nil)
      look("maximum", one.maximum != nil)
      look("asOf", one.availableAsOf != nil)
      look("familiar", one.familiar != .none)
      look("confirmed", one.confirmedOn != nil)
      look("words", request.wishes(["ごみ"]).contains { one.mention(of: $0) != nil })
      look("relevance", one.relevance != nil)
      look("cost", one.cost != nil)
      look("eligibility", one.eligibility != nil)
      look("minAge", one.minAge != nil)
      look("maxAge", one.maxAge != nil)
      look("available", one.available != nil)
      look("access", !one.access.isEmpty)
      look("opening", one.opening != nil)
      look("tags", !one.tags.isEmpty)
    }
    return out
  }

  static let expected: [PluginManifest.Field: Set<String>] = [
    .needs: ["needs"], .personAge: ["age"], .personCareLevel: ["careLevel"],
    .personHome: ["home"], .personArea: ["area"], .personMobility: ["mobility"],
    .personAvailability: ["free"], .personBusy: ["busy"], .personHousehold: ["household"],
    .personGender: ["gender"], .personBudget: ["budget"], .personConditions: ["conditions"],
    .personSmartphone: ["smartphone"], .personInterests: ["interests"],
    .personStrengths: ["strengths", "skills"], .personAvoid: ["avoid"],
    .personFamiliar: ["hasFamiliar"],
    .resourceFamiliar: ["familiar"], .resourceConfirmed: ["confirmed"],
    .resourceWords: ["words"], .resourceRelevance: ["relevance"],
    .resourceCategories: ["categories", "lineages"], .resourceModes: ["modes"],
    .resourceAreas: ["areas"], .resourcePlace: ["coordinate", "precision", "stands"],
    .resourceSchedule: ["schedule", "times"],
    .resourceCost: ["costMin", "cost", "costPer", "price"],
    .resourceEligibility: ["eligibility", "minAge", "maxAge", "admission"],
    .resourceCapacity: ["available", "capacity", "maximum", "asOf"], .resourceAccess: ["access"],
    .resourceTags: ["tags"], .resourceOpening: ["opening"],
    // Always there; in requests for a place alone.
    .seeking: [], .activity: [],
    // Shown to no plugin of this program.
    .personAddress: [], .resourceName: [], .resourceAddress: [],
  ]
}
