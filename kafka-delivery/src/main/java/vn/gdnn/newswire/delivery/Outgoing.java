package vn.gdnn.newswire.delivery;

import java.util.UUID;

/**
 * An event on its way out.
 *
 * @param topic where to
 * @param key id of the article
 * @param event a record of the contract
 * @param context what goes with it
 */
public record Outgoing(String topic, UUID key, Object event, EventContext context) {}
