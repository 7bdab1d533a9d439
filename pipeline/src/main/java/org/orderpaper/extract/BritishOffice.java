package org.orderpaper.extract;

import java.util.Locale;
import org.apache.poi.util.LocaleUtil;

/**
 * While it is open, POI shows dates and numbers on this thread as an office in Britain sees them,
 * whatever the machine's locale and time zone.
 */
final class BritishOffice implements AutoCloseable {

  BritishOffice() {
    LocaleUtil.setUserLocale(Locale.UK);
    LocaleUtil.setUserTimeZone(LocaleUtil.TIMEZONE_UTC);
  }

  @Override
  public void close() {
    LocaleUtil.resetUserLocale();
    LocaleUtil.resetUserTimeZone();
  }
}
