import Availability
import MatchingKit
import NeedFit
import Proximity

/// Every plugin this program is built with; the only file that names the folders of `Plugins/`.
public let bundledPlugins: [any MatchPlugin] = [
  Availability(),
  NeedFit(),
  Proximity(),
]
