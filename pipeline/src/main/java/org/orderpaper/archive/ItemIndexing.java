package org.orderpaper.archive;

import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.orderpaper.model.BusinessItem;

/**
 * How items become documents of the index; the stage that matches decides it.
 *
 * @param analyzer for the fields of {@code documentOf}
 * @param documentOf the searchable fields of an item, the stored id among them
 * @param idField the field that holds the id of the item
 * @param fingerprint of both; an archive indexed with another one is indexed again
 */
public record ItemIndexing(
    Analyzer analyzer,
    Function<BusinessItem, Document> documentOf,
    String idField,
    String fingerprint) {}
