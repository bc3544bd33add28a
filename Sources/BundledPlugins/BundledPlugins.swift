import Accessibility
import Affordability
import Availability
import Capacity
import Continuity
import Eligibility
import Freshness
import Interests
import MatchingKit
import NeedFit
import PrivateCar
import Proximity
import Strengths
import TextRelevance
import VenueFit

/// Every plugin this program is built with; the only file that names the folders of `Plugins/`.
public let bundledPlugins: [any MatchPlugin] = [
  Accessibility(),
  Affordability(),
  Availability(),
  Capacity(),
  Continuity(),
  Eligibility(),
  Freshness(),
  Interests(),
  NeedFit(),
  PrivateCar(),
  Proximity(),
  Strengths(),
  TextRelevance(),
  VenueFit(),
]
