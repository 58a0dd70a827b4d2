#include "app/stored_thing.h"

namespace herold::app {

std::vector<StoredThing> data_inventory() {
  return {
      {"device.token", "a hash of the device's token; the token itself is on the device only",
       "to let the device fetch updates", "until the person leaves"},
      {"device.channel", "the channel that the invitation gave", "to know which bundle to send",
       "until the person leaves"},
      {"device.role", "the role that the invitation gave, if any", "so that guidelines for the role apply",
       "until the person leaves"},
      {"device.groups", "the groups that the invitation gave, if any",
       "so that guidelines for the groups apply, and to count by group", "until the person leaves"},
      {"device.joined", "the day of joining, without time", "so that the person can see it",
       "until the person leaves"},
      {"invitations",
       "hash of the code, channel, role, groups, expiry, number of uses, a note, and which administrator "
       "made it, when; not who used it",
       "to admit devices", "until it is withdrawn"},
      {"activity.totals",
       "how often an item was shared, by network, day and group, and how many people that can be about; not "
       "by whom",
       "to see which content is useful",
       "without limit; figures are shown where they can be about at least k people: those an item reaches, "
       "by "
       "role, groups and channel"},
      {"links",
       "a short link for each item, and how often it was followed, by network and day, and how many people "
       "the item reached then; neither who followed nor who shared",
       "to see which content the public reads",
       "without limit, since links stay out in the world; clicks are shown only of items and times that "
       "reached at least k people"},
      {"activity.ids", "random numbers of counters that were received, without person",
       "so that a repeat counts once", "7 days"},
      {"proposals", "pages that employees proposed, each with the note that was sent along; not by whom",
       "so that editors can look at them", "until an editor removes the item"},
      {"proposals.ids", "random numbers of proposals, each with its item and the day, without person",
       "so that the device that sent one can ask what became of it", "180 days"},
      {"decisions",
       "where each item stands with the editors, where it came from and since when, and the note that "
       "whoever proposed it is shown; which editor decided is in the audit log",
       "so that only what is approved is published, and proposals get an answer",
       "until an editor removes the item"},
      {"administrators", "e-mail address, name, password hash, and since when", "to sign in to the console",
       "as long as the account exists"},
      {"sessions",
       "a hash of the session's token, the administrator, when it ends; neither the browser nor the address "
       "nor what is done in it",
       "to stay signed in to the console",
       "12 hours, or until it is ended: by signing out, from another session, or with a new password"},
      {"audit", "what administrators changed and when they signed in, by e-mail address",
       "so that changes can be traced", "without limit"},
      {"guidelines",
       "guidelines, content and settings of the organisation, with whom you name as responsible for an item; "
       "their published revisions, which administrator published them when, and with which note",
       "to publish them to the devices",
       "until they are replaced or removed, a guideline's last text so that it can be restored; published "
       "revisions without limit"},
      {"offers", "which items were published in which channel, and for which roles and groups",
       "to know how many people an item reached", "without limit"},
      {"credentials", "the client secret of the organisation's LinkedIn app, encrypted, if one was entered",
       "to let people connect who want to post through LinkedIn's API; their tokens are not kept",
       "until it is removed"},
      {"feeds",
       "addresses of feeds, whom you name as responsible for them, how the last visit went, and a hash of "
       "each entry that was seen",
       "to propose what is new, once", "until the feed is removed"},
      {"keys", "signing keys, encrypted, and what they signed",
       "so that devices can verify what they receive", "until they are replaced"},
  };
}

}  // namespace herold::app
